import type { KindExamples } from './kind-examples.ts';

const credential =
  (kind: string, length: number): KindExamples['secrets'] =>
  (draw) => [`${'sk-'}ant-${kind}-${draw.token(length)}AA`];

/** Credentials of Anthropic. */
export const anthropicExamples: readonly KindExamples[] = [
  {
    kind: 'Anthropic API key',
    secrets: (draw) => ['api03', 'api04'].flatMap((kind) => credential(kind, 93)(draw)),
    spares: ['sk-ant-api03-...', 'A key begins with sk-ant-api03-.', 'sk-ant-api03-<key>'],
  },
  { kind: 'Anthropic admin key', secrets: credential('admin01', 93) },
  {
    kind: 'Anthropic OAuth access token',
    secrets: credential('oat01', 93),
    spares: ['Run claude setup-token; it prints one that begins with sk-ant-oat01-.'],
  },
  { kind: 'Anthropic OAuth refresh token', secrets: credential('ort01', 93) },
  { kind: 'Anthropic session key', secrets: credential('sid01', 86) },
  { kind: 'Anthropic credential', secrets: credential('zzz07', 60) },
];
