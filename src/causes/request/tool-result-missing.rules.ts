import type { MissingResults } from '../../check/pairing.ts';
import { lateIndex, pairingOf } from '../../check/pairing.ts';
import { serverPairingOf } from '../../check/server-pairing.ts';
import type { OpenServerCall } from '../../check/server-pairing.ts';
import type { Edit, Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { blockAt, blockPath } from '../../core/view.ts';
import type { RequestView } from '../../core/view.ts';
import { countsMissingResults, pairingMessages, providerOf } from '../../facts/messages/tool-pairing.ts';

const cause = 'tool-result-missing';

const resultsMissing = defineRule<MissingResults>({
  cause,
  row: 'tr-missing',
  phase: 'cross-field',
  find: (view) => pairingOf(view).missing,
  path: ({ assistant, next }, view) => {
    const named = countsMissingResults(view.asOf) ? (next ?? assistant) : assistant;
    return `messages.${lateIndex(view, named.index)}`;
  },
  at: ({ calls: [first], assistant }) => (first ? blockAt(first) : ['messages', assistant.index]),
  message: ({ ids, next }, { asOf }) =>
    countsMissingResults(asOf) && next
      ? pairingMessages.resultsMissingCounted(ids.length)
      : pairingMessages.resultsMissing(ids),
  why: ({ ids, assistant, next, between, strangers }) => {
    const calls = `Message ${assistant.index} calls ${ids.length === 1 ? 'a tool' : `${ids.length} tools`} as ${ids.join(', ')}`;
    if (between)
      return `${calls}, and a text follows behind the call in the same message; nothing but other calls may.`;
    if (!next) return `${calls}, and the conversation ends there. Answer with a \`tool_result\` in a user message.`;
    const [stranger] = strangers;
    if (stranger)
      return `${calls}; \`${blockPath(stranger)}\` answers another id. The two are probably meant to be one.`;
    return `${calls}, and the next user turn does not begin with a \`tool_result\` for each.`;
  },
  fix: answerWithError,
});

const serverResultMissing = defineRule<OpenServerCall>({
  cause,
  row: 'server-tool-unpaired',
  phase: 'cross-field',
  // Recorders replace ids in calls and results, and not always alike.
  severity: ({ id }) => (id.startsWith('srvtoolu_') ? 'error' : 'warning'),
  find: (view) => serverPairingOf(view).openCalls.filter(({ mayGoOn }) => !mayGoOn),
  path: ({ call }, view) => `messages.${lateIndex(view, call.message)}`,
  at: ({ call }) => blockAt(call),
  message: ({ name, id, resultType }) => pairingMessages.serverResultMissing(name, id, resultType),
  why: ({ call, resultType }) =>
    `\`${blockPath(call)}\` was run by the API, and its \`${resultType}\` block came in the same answer. Send the answer back as it came.`,
});

const serverToolAbsent = defineRule<OpenServerCall>({
  cause,
  row: 'server-result-no-tool',
  phase: 'cross-field',
  find: (view) =>
    serverPairingOf(view).openCalls.filter(
      ({ name, mayGoOn }) => mayGoOn && !view.tools.some(({ type }) => type.startsWith(providerOf(name))),
    ),
  path: ({ call }, view) => `messages.${lateIndex(view, call.message)}`,
  at: ({ call }) => blockAt(call),
  message: ({ name, id, resultType }) => pairingMessages.serverToolAbsent(name, id, resultType),
  why: ({ name }) =>
    `The turn is still open: \`${name}\` has to run, so its tool must be in \`tools\` as it was before.`,
});

/** Tells the model that the call failed. It changes what the model reads, so it is applied only when named. */
function answerWithError(
  { assistant, calls, next, between, strangers }: MissingResults,
  { messages }: RequestView,
): Fix | undefined {
  if (between || strangers.length > 0) return undefined;
  const results = calls.map(({ value }) => ({
    type: 'tool_result',
    tool_use_id: value.id,
    content: 'The tool was not run.',
    is_error: true,
  }));
  return {
    name: 'tools',
    safe: false,
    does: `Answer ${results.length === 1 ? 'the call' : `the ${results.length} calls`} with an error result.`,
    edits: editsFor(results, assistant.index, next && messages.find(({ index }) => index === next.index)),
  };
}

function editsFor(
  results: readonly unknown[],
  assistantIndex: number,
  next: RequestView['messages'][number] | undefined,
): readonly Edit[] {
  if (!next)
    return [{ kind: 'insert', at: ['messages', assistantIndex + 1], value: { role: 'user', content: results } }];
  if (next.text !== undefined) {
    const content = next.text === '' ? results : [...results, { type: 'text', text: next.text }];
    return [{ kind: 'set', at: ['messages', next.index, 'content'], value: content }];
  }
  return results.map((value, index) => ({ kind: 'insert', at: ['messages', next.index, 'content', index], value }));
}

/** Rules about calls without results. */
export const toolResultMissingRules: readonly Rule[] = [resultsMissing, serverResultMissing, serverToolAbsent];
