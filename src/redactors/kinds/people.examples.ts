import type { KindExamples } from './kind-examples.ts';

/** What belongs to a person, and codes that open something once. */
export const personalExamples: readonly KindExamples[] = [
  {
    kind: 'e-mail address',
    secrets: () => ['jane.doe@umbrella.example', 'ops+alerts@mail.umbrella.co.uk'],
    spares: [
      'node_modules/@anthropic-ai/sdk@1.2.3/index.js',
      'git@github.com:owner/name.git',
      '@decorator',
      'claude-3-5-sonnet@20240620',
    ],
  },
  {
    kind: 'phone number',
    secrets: () => ['+49 170 1234567', '(555) 010-4477'],
    around: ['phone: SECRET', 'call me at SECRET', '"mobile":"SECRET"'],
    spares: ['phone support is open from 9 to 17', 'took 1701234567 ns'],
  },
  {
    kind: 'national id',
    secrets: () => ['078-05-1120'],
    around: ['SSN: SECRET', 'social security number SECRET', '"ssn":"SECRET"'],
    spares: ['passport is a library', 'build 078-05-1120'],
  },
  {
    kind: 'one-time code',
    secrets: () => ['482913', '291 044'],
    around: ['Your verification code is SECRET', 'OTP: SECRET', 'passcode=SECRET', '"mfa_code":"SECRET"'],
    spares: ['error code 482913', 'status 400', 'verification took 12 ms'],
  },
  {
    kind: 'assigned secret',
    secrets: (draw) => [`${draw.word(14)}7`],
    around: [
      '密码：SECRET',
      '密码是 SECRET',
      'パスワード: "SECRET"',
      'Passwort: SECRET',
      'mi contraseña es SECRET',
      'mot de passe = SECRET',
    ],
    onlyInText: true,
    spares: ['密码错误：请重试', 'Passwort: falsch', '令牌：过期'],
  },
];
