import type { KindExamples } from './kind-examples.ts';

/** Passwords inside addresses. */
export const urlExamples: readonly KindExamples[] = [
  {
    kind: 'password in a URL',
    secrets: (draw) => [draw.word(14)],
    around: [
      'postgres://app:SECRET@db.internal:5432/main',
      'DATABASE_URL=mysql://root:SECRET@10.0.0.5/x',
      'redis://:SECRET@cache:6379/0',
      'mongodb+srv://u:SECRET@cluster0.example.net',
      'https://user:SECRET@proxy.example.com:8080',
    ],
    spares: [
      'https://api.anthropic.com:443/v1/messages',
      'http://localhost:3000/@scope/name',
      'https://example.com/a:b@c',
      'postgres://localhost:5432/main',
    ],
  },
];
