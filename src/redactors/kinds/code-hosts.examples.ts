import type { KindExamples } from './kind-examples.ts';

/** Tokens of code hosts and package registries. */
export const codeHostExamples: readonly KindExamples[] = [
  {
    kind: 'GitHub token',
    secrets: (draw) => [
      ...['p', 'o', 'u', 's', 'r'].map((one) => `${'gh'}${one}_${draw.word(36)}`),
      `${'github'}_pat_${draw.word(22)}_${draw.word(59)}`,
    ],
    spares: ['ghp_ is how a token begins', 'github_pat_ tokens are finer'],
  },
  { kind: 'GitLab token', secrets: (draw) => [`${'gl'}pat-${draw.token(20)}`] },
  {
    kind: 'npm token',
    secrets: (draw) => [`${'np'}m_${draw.word(36)}`],
    spares: ['npm_config_registry=https://registry.npmjs.org', 'npm_lifecycle_event'],
  },
  { kind: 'PyPI token', secrets: (draw) => [`${'py'}pi-AgEIcHlwaS5vcmc${draw.token(120)}`] },
  { kind: 'Docker token', secrets: (draw) => [`${'dckr'}_pat_${draw.token(27)}`] },
  { kind: 'Vault token', secrets: (draw) => [`${'hv'}s.${draw.token(90)}`] },
];
