import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const model = 'claude-opus-4-8';
const ask = { role: 'user', content: 'Where does the Danube rise?' };
const answer = { role: 'assistant', content: 'In the Black Forest.' };
const system = { role: 'system', content: 'Answer in one word from here on.' };
const conversation = (...messages: readonly unknown[]): Readonly<Record<string, unknown>> =>
  exampleRequest({ model, messages });

const directiveNote = 'the directive-only form (content: [] with output_config) is accepted at any position';

/** System messages inside the conversation. */
export const roleInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'sys-unexpected',
    breaks: { body: exampleRequest({ model: 'claude-sonnet-4-5', messages: [system, ask] }), asOf: '2025-12-01' },
    expected: {
      cause: 'role-invalid',
      path: 'messages',
      message:
        'Unexpected role "system". The Messages API accepts a top-level `system` parameter, not "system" as an input message role.',
    },
    spares: {
      body: exampleRequest({ model: 'claude-sonnet-4-5', system: 'Be brief.', messages: [ask] }),
      asOf: '2025-12-01',
    },
  },
  {
    row: 'sys-unsupported',
    breaks: { body: exampleRequest({ model: 'claude-opus-4-7', messages: [ask, system] }) },
    expected: { cause: 'role-invalid', path: 'messages.1', message: "role 'system' is not supported on this model" },
    spares: { body: conversation(ask, system) },
  },
  {
    row: 'sys-unsupported',
    breaks: { body: exampleRequest({ model: 'claude-opus-5-5', messages: [ask, system] }) },
    expected: {
      cause: 'role-invalid',
      severity: 'warning',
      path: 'messages.1',
      message: "role 'system' is not supported on this model",
    },
    spares: { body: exampleRequest({ model: 'claude-opus-5-5', system: 'Be brief.', messages: [ask] }) },
  },
  {
    row: 'sys-first',
    breaks: { body: conversation(system, ask) },
    expected: {
      cause: 'role-invalid',
      path: 'messages.0',
      message: `use the top-level 'system' parameter for the initial system prompt; ${directiveNote}`,
    },
    spares: { body: conversation(ask, system, answer, ask) },
  },
  {
    row: 'sys-position',
    breaks: { body: conversation(ask, system, system, ask) },
    expected: {
      cause: 'role-invalid',
      path: 'messages.2',
      message: `role 'system' must precede an 'assistant' message or end the array; ${directiveNote}`,
    },
    spares: { body: conversation(ask, system, system, answer, ask) },
  },
  {
    row: 'sys-must-follow',
    breaks: { body: conversation(ask, answer, system, answer, ask) },
    expected: {
      cause: 'role-invalid',
      severity: 'warning',
      path: 'messages.2',
      message: "role 'system' must follow a user turn, or an assistant turn that ends in a server tool's result",
    },
    spares: { body: conversation(ask, system, answer, ask) },
  },
  {
    row: 'sys-bedrock',
    breaks: {
      body: { anthropic_version: 'bedrock-2023-05-31', max_tokens: 64, messages: [ask, system] },
      endpoint: '/model/us.anthropic.claude-opus-5/invoke',
      platform: 'bedrock',
    },
    expected: {
      cause: 'role-invalid',
      severity: 'warning',
      path: 'messages.1',
      message: "role 'system' is not supported on this model",
    },
    spares: {
      body: { anthropic_version: 'bedrock-2023-05-31', max_tokens: 64, messages: [ask, system] },
      endpoint: '/model/us.anthropic.claude-opus-4-8/invoke',
      platform: 'bedrock',
    },
  },
];
