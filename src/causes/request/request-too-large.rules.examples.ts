import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'request-too-large';
const message = 'Request exceeds the maximum size';
const mebibyte = 1024 * 1024;
const body = exampleRequest();
const sized = (bytes: number, character = ' ') => JSON.stringify(body) + character.repeat(bytes);

/** Requests whose bodies are too large, each with its nearest accepted neighbor. */
export const requestTooLargeRuleExamples: readonly RuleExample[] = [
  {
    row: 'body-too-large',
    breaks: { body, rawText: sized(32 * mebibyte) },
    expected: { cause, path: '', message },
    spares: { body, rawText: sized(31 * mebibyte) },
  },
  {
    row: 'body-too-large',
    breaks: {
      body: { ...body, model: 'claude-haiku-4-5@20251001' },
      platform: 'vertex',
      rawText: sized(15 * mebibyte, 'é'),
    },
    expected: { cause, path: '', message },
    spares: {
      body: { ...body, model: 'claude-haiku-4-5@20251001' },
      platform: 'vertex',
      rawText: sized(14 * mebibyte, 'é'),
    },
  },
];
