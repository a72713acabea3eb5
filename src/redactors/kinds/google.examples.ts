import type { KindExamples } from './kind-examples.ts';

/** Credentials of Google. */
export const googleExamples: readonly KindExamples[] = [
  {
    kind: 'Google API key',
    secrets: (draw) => [`${'AI'}za${draw.token(35)}`],
    spares: ['Keys of Google begin with AIza.'],
  },
  { kind: 'Google access token', secrets: (draw) => [`${'ya'}29.${draw.token(160)}`] },
  { kind: 'Google refresh token', secrets: (draw) => [`${'1/'}/0${draw.token(60)}`] },
  { kind: 'Google OAuth client secret', secrets: (draw) => [`${'GOC'}SPX-${draw.token(28)}`] },
];
