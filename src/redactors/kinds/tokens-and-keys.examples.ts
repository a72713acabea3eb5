import type { KindExamples } from './kind-examples.ts';

const privateKey = (title: string, body: string): string =>
  `-----${'BEGIN'} ${title}PRIVATE KEY-----\n${body.replaceAll(/(.{64})/g, '$1\n')}\n-----END ${title}PRIVATE KEY-----`;

/** Credentials whose form is a standard. */
export const standardExamples: readonly KindExamples[] = [
  {
    kind: 'JWT',
    secrets: (draw) => [`${'ey'}J${draw.token(33)}.${'ey'}J${draw.token(180)}.${draw.token(86)}`],
    spares: ['A JWT begins with eyJ.'],
  },
  {
    kind: 'private key',
    secrets: (draw) => [
      privateKey('', draw.base64(800)),
      privateKey('RSA ', draw.base64(640)),
      privateKey('OPENSSH ', draw.base64(400)),
    ],
    spares: ['-----BEGIN CERTIFICATE-----', '-----BEGIN PUBLIC KEY-----'],
  },
  {
    kind: 'bearer token',
    secrets: (draw) => [draw.token(40)],
    around: ['authorization header was Bearer SECRET', 'sent Bearer SECRET to the host'],
    spares: ['Use a Bearer token', 'Bearer $ANTHROPIC_AUTH_TOKEN', 'bearer authentication-with-headers-only'],
  },
  {
    kind: 'private key',
    secrets: (draw) => [draw.token(43)],
    around: [
      '{"kty":"EC","crv":"P-256","d":"SECRET","x":"x"}',
      '{"kty": "oct", "k": "SECRET"}',
      String.raw`{\"kty\":\"RSA\",\"d\":\"SECRET\"}`,
    ],
    spares: ['{"kty":"EC","crv":"P-256","x":"short","d":"no"}'],
  },
  {
    kind: 'private key',
    secrets: (draw) => [draw.word(64)],
    around: ['PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 1\nSECRET\nPrivate-MAC: 0'],
  },
];
