import { isBase64Character, isOpaqueCharacter } from '../characters.ts';
import { defineNamedRedactor, defineRedactor } from '../redactor.ts';
import { token } from '../token.ts';
import { isPlaceholder } from '../values.ts';

const keyId = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** Access keys of AWS, the session tokens of temporary ones, and bearer keys of Bedrock. */
export const awsKeys = [
  defineRedactor({
    kind: 'AWS access key id',
    anchors: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    find: token({ of: keyId, least: 16, most: 16 }),
  }),
  defineRedactor({
    kind: 'Bedrock API key',
    anchors: ['bedrock-api-key-'],
    find: token({ of: isOpaqueCharacter, least: 16, most: 4000, anywhere: true }),
  }),
  defineRedactor({
    kind: 'Bedrock API key',
    anchors: ['ABSK'],
    find: token({ of: isOpaqueCharacter, least: 40, most: 300 }),
  }),
  defineRedactor({
    kind: 'AWS session token',
    anchors: ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz', 'FQoGZXIvYXdz'],
    find: token({ of: (code) => isBase64Character(code) || code === 61, least: 60, most: 4000 }),
  }),
];

/** Secrets of AWS that only their name gives away. */
export const awsNames = [
  defineNamedRedactor({
    kind: 'AWS secret',
    name: (name) =>
      /secret_?access_?key|aws_?session_?token|^session_?token|x_amz_security_token|x_amz_signature|x_amz_credential/.test(
        name,
      ),
    accept: (value) => value.length >= 16 && !isPlaceholder(value),
  }),
];
