/** What a turn of a conversation tells. */
export interface Turn {
  /** Equal for requests of one conversation. */
  readonly conversation: string;
  /** Equal for tries of one request; asked for where it failed. */
  readonly key: () => string;
  readonly messages: number;
  /** The cause, where it failed and the request is to blame. */
  readonly cause?: string;
  /** The path that the API named. */
  readonly path?: string;
}

interface Conversation {
  /** Messages of the last request that went through. */
  goodUpTo: number;
  cause: string;
  /** The requests that failed since, by key. */
  failed: Set<string>;
}

const mostConversations = 1000;

/**
 * Tells when a conversation is spoiled: one bad message stays in the history, and every later request fails by it. The
 * result is a sentence, once at least two different requests of a conversation have failed by one cause.
 */
export function followConversations(): (turn: Turn) => readonly string[] {
  const conversations = new Map<string, Conversation>();
  return ({ conversation, key, messages, cause, path }) => {
    const known = conversations.get(conversation) ?? { goodUpTo: 0, cause: '', failed: new Set<string>() };
    conversations.delete(conversation);
    conversations.set(conversation, known);
    if (conversations.size > mostConversations) conversations.delete(conversations.keys().next().value ?? '');
    if (cause === undefined) {
      known.goodUpTo = messages;
      known.failed.clear();
      return [];
    }
    const named = /^messages\.(\d+)/.exec(path ?? '')?.[1];
    // As many messages went through before, so it is none of them.
    if (named === undefined && messages <= known.goodUpTo) return [];
    if (known.cause !== cause) known.failed.clear();
    known.cause = cause;
    known.failed.add(key());
    if (known.failed.size < 2) return [];
    const turn = named ?? (known.goodUpTo > 0 ? String(known.goodUpTo) : undefined);
    const from = turn === undefined ? 'from its first request on' : `from messages.${turn} on`;
    return [
      `This conversation is spoiled ${from}: ${known.failed.size} different requests of it have failed by ${cause}. The message stays in the history, so every later turn fails until it is repaired or removed.`,
    ];
  };
}
