import { defineRedactor } from '../redactor.ts';
import { token } from '../token.ts';

/** A complete API key is this long; OAuth tokens, too. */
const usual = 108;
const find = token({ least: 8, most: 200, usual, anywhere: true });

/** Credentials of Anthropic: the kind is told by the prefix, also where a terminal broke the line inside. */
export const anthropicCredentials = [
  defineRedactor({ kind: 'Anthropic API key', anchors: ['sk-ant-api'], find }),
  defineRedactor({ kind: 'Anthropic admin key', anchors: ['sk-ant-admin'], find }),
  defineRedactor({ kind: 'Anthropic OAuth access token', anchors: ['sk-ant-oat'], find }),
  defineRedactor({ kind: 'Anthropic OAuth refresh token', anchors: ['sk-ant-ort'], find }),
  defineRedactor({ kind: 'Anthropic session key', anchors: ['sk-ant-sid'], find }),
  defineRedactor({ kind: 'Anthropic credential', anchors: ['sk-ant-'], find }),
];
