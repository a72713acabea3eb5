import { isOpaqueCharacter } from '../characters.ts';
import { defineRedactor } from '../redactor.ts';
import { token } from '../token.ts';

/** Keys and tokens of Google; the private key of a service account is a PEM key and found as one. */
export const googleKeys = [
  defineRedactor({ kind: 'Google API key', anchors: ['AIza'], find: token({ least: 35, most: 35 }) }),
  defineRedactor({
    kind: 'Google access token',
    anchors: ['ya29.'],
    find: token({ of: isOpaqueCharacter, least: 20, most: 3000 }),
  }),
  defineRedactor({
    kind: 'Google refresh token',
    anchors: ['1//0'],
    find: token({ least: 30, most: 300 }),
  }),
  defineRedactor({ kind: 'Google OAuth client secret', anchors: ['GOCSPX-'], find: token({ least: 20, most: 60 }) }),
];
