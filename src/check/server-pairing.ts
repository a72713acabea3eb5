import { oncePerView } from '../core/view.ts';
import type { Block, RequestView } from '../core/view.ts';
import { serverResultType, serverResultTypes } from '../facts/messages/tool-pairing.ts';

/** A server tool's call without the block that answers it. */
export interface OpenServerCall {
  readonly call: Block;
  readonly id: string;
  readonly name: string;
  readonly resultType: string;
  /** The turn may go on: the conversation ends with it, or a client tool's result comes first. */
  readonly mayGoOn: boolean;
}

/** How the calls of server tools and their results fit together. */
export interface ServerPairing {
  readonly openCalls: readonly OpenServerCall[];
  readonly orphans: readonly Block[];
}

const nothing: ServerPairing = { openCalls: [], orphans: [] };

/**
 * Pairs the calls of server tools with their results. Recorders replace ids, and not always alike: what is left over in
 * one message belongs together even when the ids differ.
 */
export const serverPairingOf = oncePerView((view: RequestView): ServerPairing => {
  const calls = view.blocksOf('server_tool_use').filter(isTopLevel);
  const results = serverResultTypes.flatMap((type) => view.blocksOf(type)).filter(isTopLevel);
  if (calls.length === 0 && results.length === 0) return nothing;
  const answered = new Set(results.map(({ value }) => value.tool_use_id));
  const asked = new Set(calls.map(({ value }) => value.id));
  const loose = calls.flatMap((call) => looseCall(call, answered));
  const strangers = results.filter(({ value }) => !asked.has(value.tool_use_id));
  const withCalls = new Set(loose.map(({ call, resultType }) => placeOf(call, resultType)));
  const withStrangers = new Set(strangers.map((result) => placeOf(result, result.type)));
  const lastIndex = view.messages.at(-1)?.index;
  const withClientCalls = new Set(view.blocksOf('tool_use').map(({ message }) => message));
  return {
    openCalls: loose
      .filter(({ call, resultType }) => !withStrangers.has(placeOf(call, resultType)))
      .map((open) => ({ ...open, mayGoOn: open.call.message === lastIndex || withClientCalls.has(open.call.message) })),
    orphans: strangers.filter((result) => !withCalls.has(placeOf(result, result.type))),
  };
});

function looseCall(call: Block, answered: ReadonlySet<unknown>): readonly Omit<OpenServerCall, 'mayGoOn'>[] {
  const { id, name } = call.value;
  if (typeof id !== 'string' || typeof name !== 'string' || answered.has(id)) return [];
  const resultType = serverResultType(name);
  return resultType === undefined ? [] : [{ call, id, name, resultType }];
}

function placeOf({ message }: Block, type: string): string {
  return `${message} ${type}`;
}

function isTopLevel({ parent, home }: Block): boolean {
  return parent === undefined && home === 'messages';
}
