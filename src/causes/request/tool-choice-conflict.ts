import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath } from '../fields.ts';
import { recognized } from '../recognition.ts';

type Conflict = 'thinking' | 'model' | 'no-tools' | 'unknown-tool' | 'shape';

const why: Readonly<Record<Conflict, string>> = {
  thinking:
    'It forces a tool call (`any` or `tool`) while thinking is on; with thinking, only `auto` and `none` are accepted.',
  model: 'This model does not take a forced choice (`any` or `tool`), or no `tool_choice` at all.',
  'no-tools': 'It is set although the request offers no `tools` to choose from.',
  'unknown-tool': 'It names a tool that is not among the `tools` of the request.',
  shape:
    'It must be an object whose `type` is `auto`, `any`, `tool` (with a `name`) or `none`; OpenAI writes it differently.',
};
const marks: readonly (readonly [Conflict, RegExp])[] = [
  ['thinking', /thinking/],
  ['no-tools', /providingtools|withouttools|toolsparam/],
  ['unknown-tool', /notfoundinprovided|notfoundintools/],
  ['shape', /tool_choice[\w.]{0,100}:(?:input|fieldrequired|unable)|incompatibletoolchoice/],
  ['model', /model/],
];

/** `tool_choice` does not go with the tools, the thinking mode or the model of the request. */
export const toolChoiceConflict = defineCause<Conflict | undefined>({
  id: 'tool-choice-conflict',
  refines: 'field-invalid',
  title: 'The tool choice does not fit the rest of the request',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'thinking may not be enabled when tool_choice' },
    { says: 'when tool_choice forces tool use' },
    { says: 'tool_choice forces tool use' },
    { says: ['tool_choice', 'may only be specified while providing tools'] },
    { says: 'may only be specified while providing tools' },
    { says: 'not found in provided tools' },
    { says: ['tool_choice: type tool and any', 'not supported'] },
    { says: 'tool and any are not supported for this model' },
    {
      says: 'tool_choice',
      pattern: /\btool_choice[\w.]{0,100}:\s+(?:Input (?:should|tag)|Field required|Unable to extract)/,
    },
    { says: ['does not currently support tool_choice'] },
    { says: ['toolchoice', 'not supported'], platform: 'bedrock', certainty: 'likely' },
    { says: ['tool_choice', 'not supported'], type: 'invalid_request_error', certainty: 'likely' },
    { says: ['tool_choice', 'not compatible with', 'thinking'], certainty: 'likely' },
    {
      says: ['tool choice', 'thinking', 'forc'],
      certainty: 'likely',
      shared: true,
      unless: ['thinking blocks', 'tool_result'],
    },
    { says: 'incompatible tool choice param', certainty: 'likely' },
    { says: ['tool_choice', 'requires tools'], certainty: 'likely', shared: true },
  ],
  recognize: (evidence, hit) => {
    const text = evidence.reading?.squeezed ?? '';
    if (hit.sign.shared && evidence.subject !== 'claude') return undefined;
    const path = fieldPath(evidence);
    if (path !== undefined && /^messages\.\d/.test(path) && hit.sign.certainty !== undefined) return undefined;
    return recognized(hit, marks.find(([, mark]) => mark.test(text))?.[0]);
  },
  explain: (conflict) =>
    `The request's \`tool_choice\` cannot be honored. ${conflict === undefined ? 'It must fit the tools that are offered, the thinking mode and what the model supports.' : why[conflict]}`,
  remedies: (conflict) => {
    if (conflict === 'thinking' || conflict === 'model') {
      return [
        {
          action: 'Let the model choose, and say in the prompt which tool it must use.',
          run: '"tool_choice": {"type": "auto"}',
        },
        {
          action:
            'If you need the call for its structured answer, use structured outputs (`output_config.format`) instead of a forced tool.',
        },
        {
          action: 'Where the model allows it, turn thinking off for this call.',
          run: '"thinking": {"type": "disabled"}',
        },
      ];
    }
    if (conflict === 'unknown-tool') {
      return [
        {
          action: 'Name a tool exactly as it stands in `tools`, or add the tool.',
          run: "jq '.tool_choice, [.tools[].name]' request.json",
        },
        { action: 'If tools are filtered per turn, filter `tool_choice` with them.' },
      ];
    }
    return [
      {
        action: 'Leave `tool_choice` out when there are no tools; when there are, write it as the API expects.',
        run: '"tool_choice": {"type": "tool", "name": "my_tool"}',
      },
      { action: 'Check how it fits the rest of the request.', run: 'faultline check request.json' },
    ];
  },
  docs: pages.implementToolUse,
});
