import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const user = (content: unknown): unknown => ({ role: 'user', content });
const assistant = (content: unknown): unknown => ({ role: 'assistant', content });
const system = (content: unknown): unknown => ({ role: 'system', content });
const text = (value: string): unknown => ({ type: 'text', text: value });
const says = (...messages: readonly unknown[]): Readonly<Record<string, unknown>> => exampleRequest({ messages });
const opus = (...messages: readonly unknown[]): Readonly<Record<string, unknown>> =>
  exampleRequest({ model: 'claude-opus-4-8', messages });
const toolLoop = (result: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  exampleRequest({
    tools: [exampleTool()],
    messages: [
      user('How long is the Inn?'),
      assistant([{ type: 'tool_use', id: 'toolu_inn', name: 'look_up_river', input: { name: 'Inn' } }]),
      user([{ type: 'tool_result', tool_use_id: 'toolu_inn', ...result }]),
    ],
  });

/** Messages and texts that hold nothing, and the empty ones that pass. */
export const contentEmptyRuleExamples: readonly RuleExample[] = [
  {
    row: 'user-empty',
    breaks: { body: says(user('Hello'), assistant('Yes?'), user(''), user([])) },
    expected: { cause: 'content-empty', path: 'messages.2', message: 'user messages must have non-empty content' },
    spares: { body: says(user('Hello'), assistant('Yes?'), user(''), user('How far is Graz?')) },
  },
  {
    row: 'user-empty',
    breaks: { body: exampleRequest({ model: 'claude-sonnet-4-5', messages: [user([])] }), asOf: '2026-01-15' },
    expected: {
      cause: 'content-empty',
      path: 'messages.0',
      message: 'all messages must have non-empty content except for the optional final assistant message',
    },
    spares: { body: exampleRequest({ model: 'claude-sonnet-4-5', messages: [user('?')] }), asOf: '2026-01-15' },
  },
  {
    row: 'user-empty',
    breaks: { body: exampleRequest({ model: 'claude-3-haiku-20240307', messages: [user('')] }), asOf: '2024-05-01' },
    expected: {
      cause: 'content-empty',
      path: '',
      message: 'all messages must have non-empty content except for the optional final assistant message',
    },
    spares: { body: exampleRequest({ model: 'claude-3-haiku-20240307', messages: [user('?')] }), asOf: '2024-05-01' },
  },
  {
    row: 'text-empty',
    breaks: { body: says(user([text(''), text('How far is Graz?')])) },
    expected: { cause: 'content-empty', path: 'messages', message: 'text content blocks must be non-empty' },
    spares: { body: says(user([text(' '), text('How far is Graz?')])) },
  },
  {
    row: 'text-empty',
    breaks: { body: toolLoop({ content: [text('')] }) },
    expected: {
      cause: 'content-empty',
      severity: 'warning',
      path: 'messages',
      message: 'text content blocks must be non-empty',
    },
    spares: { body: toolLoop({ content: [text('517 km')] }) },
  },
  {
    row: 'text-whitespace',
    breaks: { body: says(user(' \n')) },
    expected: {
      cause: 'content-empty',
      path: 'messages',
      message: 'text content blocks must contain non-whitespace text',
    },
    spares: { body: says(user('Hello'), assistant(''), user('Still there?')) },
  },
  {
    row: 'text-whitespace',
    breaks: { body: says(user([text(' ')]), user('How far is Graz?')) },
    expected: {
      cause: 'content-empty',
      severity: 'warning',
      path: 'messages',
      message: 'text content blocks must contain non-whitespace text',
    },
    spares: { body: says(user([text(' '), text('How far is Graz?')])) },
  },
  {
    row: 'system-text-empty',
    breaks: { body: exampleRequest({ system: [text('')] }) },
    expected: { cause: 'content-empty', path: 'system', message: 'text content blocks must be non-empty' },
    spares: { body: exampleRequest({ system: [text('Be brief.')] }) },
  },
  {
    row: 'sys-empty',
    breaks: { body: opus(user('Hello'), system([])) },
    expected: { cause: 'content-empty', path: 'messages.1', message: 'system content must contain at least one block' },
    spares: { body: opus(user('Hello'), system([text('Be brief.')])) },
  },
  {
    row: 'sys-blank',
    breaks: { body: opus(user('Hello'), system([text(' ')])) },
    expected: {
      cause: 'content-empty',
      path: 'messages.1',
      message: 'system text blocks must contain non-whitespace text',
    },
    spares: { body: opus(user('Hello'), system('Be brief.')) },
  },
  {
    row: 'tr-error-empty',
    breaks: { body: toolLoop({ is_error: true, content: '' }) },
    expected: {
      cause: 'content-empty',
      path: 'messages.2.content.0.tool_result',
      message: 'content cannot be empty if `is_error` is true',
    },
    spares: { body: toolLoop({ is_error: false, content: '' }) },
  },
];
