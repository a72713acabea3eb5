import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const headers = {
  'anthropic-version': '2023-06-01',
  'anthropic-beta': 'context-management-2025-06-27,compact-2026-01-12,task-budgets-2026-03-13,skills-2025-10-02',
};
const known = { headers, headersKnown: true };
const withEdits = (edits: readonly JsonObject[], members: JsonObject = {}) => ({
  body: exampleRequest({ context_management: { edits }, ...members }),
  ...known,
});
const clearThinking = { type: 'clear_thinking_20251015' };
const clearTools = { type: 'clear_tool_uses_20250919' };
const compactAt = (tokens: number) => ({
  type: 'compact_20260112',
  trigger: { type: 'input_tokens', value: tokens },
});
const codeExecution = { type: 'code_execution_20260120', name: 'code_execution' };
const adaptive = { thinking: { type: 'adaptive' } };
const skills = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ type: 'custom', skill_id: `skill_${index}`, version: 'latest' }));
const withContainer = (container: unknown, tools: readonly JsonObject[]) => ({
  body: exampleRequest({ container, tools }),
  ...known,
});

/** Requests whose context edits, budgets or containers do not fit, each with its nearest accepted neighbor. */
export const contextManagementRuleExamples: readonly RuleExample[] = [
  {
    row: 'clear-thinking',
    breaks: withEdits([clearThinking], { thinking: { type: 'disabled' } }),
    expected: {
      cause: 'thinking-param-conflict',
      path: '',
      message: '`clear_thinking_20251015` strategy requires `thinking` to be enabled or adaptive',
    },
    spares: withEdits([clearThinking], { model: 'claude-opus-5' }),
  },
  {
    row: 'clear-thinking-first',
    breaks: withEdits([clearTools, clearThinking], adaptive),
    expected: {
      cause: 'field-invalid',
      severity: 'warning',
      path: 'context_management.edits.1',
      message: '`clear_thinking_20251015` must be the first of the edits.',
    },
    spares: withEdits([clearThinking, clearTools], adaptive),
  },
  {
    row: 'compact-trigger',
    breaks: withEdits([compactAt(20_000)]),
    expected: {
      cause: 'field-invalid',
      severity: 'warning',
      path: 'context_management.edits.0.compact_20260112.trigger.value',
      message: 'Compaction cannot start before 50000 input tokens; 20000 are given.',
    },
    spares: withEdits([compactAt(50_000)]),
  },
  {
    row: 'task-budget',
    breaks: {
      body: exampleRequest({ output_config: { task_budget: { type: 'tokens', total: 5000 } } }),
      ...known,
    },
    expected: {
      cause: 'field-invalid',
      severity: 'warning',
      path: 'output_config.task_budget.total',
      message: 'A task budget has at least 20000 tokens; 5000 are given.',
    },
    spares: {
      body: exampleRequest({ output_config: { task_budget: { type: 'tokens', total: 20_000 } } }),
      ...known,
    },
  },
  {
    row: 'container',
    breaks: withContainer('container_rivers', []),
    expected: {
      cause: 'field-invalid',
      path: 'container',
      message: 'Container identifier can only be provided when using the code execution tool',
    },
    spares: withContainer('container_rivers', [codeExecution]),
  },
  {
    row: 'skills-tool',
    breaks: withContainer({ skills: skills(1) }, []),
    expected: {
      cause: 'field-invalid',
      severity: 'warning',
      path: 'container',
      message: 'Skills run in the container of the code execution tool, which `tools` does not hold.',
    },
    spares: withContainer({ skills: skills(1) }, [codeExecution]),
  },
  {
    row: 'skills-platform',
    breaks: {
      ...known,
      body: exampleRequest({
        model: 'claude-haiku-4-5@20251001',
        container: { skills: skills(1) },
        tools: [{ type: 'code_execution_20250825', name: 'code_execution' }],
      }),
      platform: 'vertex',
    },
    expected: {
      cause: 'field-invalid',
      severity: 'warning',
      path: 'container',
      message: 'Skills are not available on Google Cloud.',
    },
    spares: withContainer({ skills: skills(1) }, [codeExecution]),
  },
  {
    row: 'skills-count',
    breaks: withContainer({ skills: skills(9) }, [codeExecution]),
    expected: {
      cause: 'field-invalid',
      severity: 'warning',
      path: 'container.ContainerParams.skills',
      message: "The request has 9 skills; the documentation allows 20, the API's description 8.",
    },
    spares: withContainer({ skills: skills(8) }, [codeExecution]),
  },
];
