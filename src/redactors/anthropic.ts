import { defineRedactor, wrap } from './redactor.ts';

const token = String.raw`(?:[\w-]${wrap}){8,200}`;

/** Credentials of Anthropic: the kind is told by the prefix, also where a terminal broke the line inside. */
export const anthropicCredentials = [
  defineRedactor({
    kind: 'Anthropic API key',
    anchors: ['sk-ant-api'],
    pattern: new RegExp(String.raw`sk-ant-api\d\d-${token}`),
  }),
  defineRedactor({
    kind: 'Anthropic admin key',
    anchors: ['sk-ant-admin'],
    pattern: new RegExp(String.raw`sk-ant-admin\d\d-${token}`),
  }),
  defineRedactor({
    kind: 'Anthropic OAuth access token',
    anchors: ['sk-ant-oat'],
    pattern: new RegExp(String.raw`sk-ant-oat\d\d-${token}`),
  }),
  defineRedactor({
    kind: 'Anthropic OAuth refresh token',
    anchors: ['sk-ant-ort'],
    pattern: new RegExp(String.raw`sk-ant-ort\d\d-${token}`),
  }),
  defineRedactor({
    kind: 'Anthropic session key',
    anchors: ['sk-ant-sid'],
    pattern: new RegExp(String.raw`sk-ant-sid\d\d-${token}`),
  }),
  defineRedactor({
    kind: 'Anthropic credential',
    anchors: ['sk-ant-'],
    pattern: new RegExp(String.raw`sk-ant-(?!api\d\d-|admin\d\d-|oat\d\d-|ort\d\d-|sid\d\d-)${token}`),
  }),
];
