import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'tool-name-invalid';
const named = (name: string) => ({ body: exampleRequest({ tools: [exampleTool({ name })] }) });

/** Requests that break a rule about tool names, each with its nearest accepted neighbor. */
export const toolNameInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'tool-name',
    breaks: named('look up river'),
    expected: {
      cause,
      path: 'tools.0.custom.name',
      message: "String should match pattern '^[a-zA-Z0-9_-]{1,128}$'",
    },
    spares: named('look_up-river'),
  },
  {
    row: 'tool-name',
    breaks: named(''),
    expected: { cause, path: 'tools.0.custom.name', message: 'String should have at least 1 character' },
    spares: named('r'),
  },
  {
    row: 'tool-name',
    breaks: named('r'.repeat(129)),
    expected: {
      cause,
      path: 'tools.0.custom.name',
      message: "String should match pattern '^[a-zA-Z0-9_-]{1,128}$'",
    },
    spares: named('r'.repeat(128)),
  },
  {
    row: 'tool-name-long',
    breaks: named('r'.repeat(65)),
    expected: {
      cause,
      severity: 'warning',
      path: 'tools.0.custom.name',
      message: 'The name has 65 characters; the documentation allows 64.',
    },
    spares: named('r'.repeat(64)),
  },
  {
    row: 'tool-name-duplicate',
    breaks: { body: exampleRequest({ tools: [exampleTool(), exampleTool({ description: 'Finds lakes.' })] }) },
    expected: { cause, path: 'tools', message: 'Tool names must be unique.' },
    spares: { body: exampleRequest({ tools: [exampleTool(), exampleTool({ name: 'Look_up_river' })] }) },
  },
  {
    row: 'tool-name-duplicate',
    breaks: {
      body: exampleRequest({
        tools: [{ type: 'web_search_20250305', name: 'web_search' }, exampleTool({ name: 'web_search' })],
      }),
    },
    expected: { cause, path: 'tools', message: 'Tool names must be unique.' },
    spares: { body: exampleRequest({ tools: [{ type: 'web_search_20250305', name: 'web_search' }, exampleTool()] }) },
  },
];
