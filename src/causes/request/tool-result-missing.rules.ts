import type { MissingResults } from '../../check/pairing.ts';
import { lateIndex, pairingOf } from '../../check/pairing.ts';
import { serverPairingOf } from '../../check/server-pairing.ts';
import type { OpenServerCall } from '../../check/server-pairing.ts';
import type { Edit, Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { blockAt, blockPath } from '../../core/view.ts';
import type { Block, Message, RequestView } from '../../core/view.ts';
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
  why: ({ ids, assistant, next, between, strangers, late }) => {
    const calls = `Message ${assistant.index} calls ${ids.length === 1 ? 'a tool' : `${ids.length} tools`} as ${ids.join(', ')}`;
    if (between)
      return `${calls}, and a text follows behind the call in the same message; nothing but other calls may.`;
    if (!next) return `${calls}, and the conversation ends there. Answer with a \`tool_result\` in a user message.`;
    const [stranger] = strangers;
    const [first] = late;
    if (first)
      return `${calls}; \`${blockPath(first)}\` comes behind something else, and nothing may stand before the results.`;
    if (stranger)
      return `${calls}; \`${blockPath(stranger)}\` answers another id. The two are probably meant to be one.`;
    return `${calls}, and the next user turn does not begin with a \`tool_result\` for each.`;
  },
  fix: answerCalls,
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

/**
 * Puts results that come late in front, and tells the model of every other call that it failed. It changes what the
 * model reads, so it is applied only when named.
 */
function answerCalls(found: MissingResults, { messages }: RequestView): Fix | undefined {
  const { assistant, calls, next, between, strangers, late } = found;
  if (between || strangers.length > 0) return undefined;
  const results = calls.map(
    ({ value }) => late.find((result) => result.value.tool_use_id === value.id)?.value ?? errorResult(value.id),
  );
  const unanswered = calls.length - late.length;
  return {
    name: 'tools',
    safe: false,
    does: [
      ...(late.length === 0 ? [] : [`Put ${late.length === 1 ? 'the result' : `${late.length} results`} first.`]),
      ...(unanswered === 0
        ? []
        : [`Answer ${unanswered === 1 ? 'the call' : `the ${unanswered} calls`} with an error result.`]),
    ].join(' '),
    edits: [
      // From the end, so that the places before it stay.
      ...late.toSorted((a, b) => b.message - a.message || b.index - a.index).map((result) => take(result, messages)),
      ...editsFor(results, assistant.index, next),
    ],
  };
}

function errorResult(id: unknown): unknown {
  return { type: 'tool_result', tool_use_id: id, content: 'The tool was not run.', is_error: true };
}

/** Takes a result out of its message, and the message with it where it holds nothing else. */
function take(result: Block, messages: readonly Message[]): Edit {
  const isAlone = messages.find(({ index }) => index === result.message)?.blocks.length === 1;
  return { kind: 'remove', at: isAlone ? ['messages', result.message] : blockAt(result) };
}

function editsFor(results: readonly unknown[], assistantIndex: number, next: Message | undefined): readonly Edit[] {
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
