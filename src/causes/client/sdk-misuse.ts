import { defineCause, type Sign } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

type Kind = 'await' | 'stream' | 'arguments' | 'response' | 'removed' | 'lifecycle' | 'runtime';

const wordings: Readonly<Record<Kind, readonly (string | readonly string[])[]>> = {
  await: [
    "'coroutine' object has no attribute",
    "'coroutine' object is not subscriptable",
    "can't be used in 'await' expression",
    ['AsyncMessages', 'was never awaited'],
    'Promise { <pending> }',
    "does not exist on type 'APIPromise",
    'Did you forget to use `await`',
  ],
  stream: [
    "'AsyncStream' object is not iterable",
    "'Stream' object has no attribute",
    "'AsyncStream' object has no attribute",
    "'MessageStreamManager' object has no attribute",
    "'MessageStreamManager' object is not iterable",
    "'AsyncMessageStreamManager' object",
    ['requires an object with __aiter__ method', 'Stream'],
    'Cannot iterate over a consumed stream',
    'Attempted to iterate over a response with no body',
    'Could not resolve a `Response` object',
    "does not exist on type 'Stream<",
  ],
  arguments: [
    ['Missing required arguments; Expected either', 'max_tokens'],
    ['create() missing', 'required keyword-only argument'],
    'Messages.create() takes 1 positional argument',
    'maxRetries must be an integer',
    'maxRetries must be a positive integer',
    'timeout must be an integer',
    'timeout must be a positive integer',
    'max_retries cannot be None',
    'Path parameters result in path with invalid segments',
    ['Expected a non-empty value for', 'but received'],
    'Both output_format and output_config.format were provided',
    'request param is not supported when using the',
    ['Invalid `http_client` argument', 'Expected an instance of'],
    'is not a valid base URL',
    "argument of type 'NotGiven'",
  ],
  response: [],
  removed: [
    ["Messages.create() got an unexpected keyword argument 'temperature'"],
    ["Messages.create() got an unexpected keyword argument 'top_p'"],
    ["Messages.create() got an unexpected keyword argument 'top_k'"],
    ["Messages.stream() got an unexpected keyword argument 'temperature'"],
    ["Messages.stream() got an unexpected keyword argument 'top_p'"],
    ["Messages.stream() got an unexpected keyword argument 'top_k'"],
    ["'Anthropic' object has no attribute 'count_tokens'"],
    ["'AsyncAnthropic' object has no attribute 'count_tokens'"],
    ["Anthropic.__init__() got an unexpected keyword argument 'api_url'"],
    ["unexpected keyword argument 'compaction_control'"],
    ["'Anthropic' object has no attribute 'completion"],
    ["'Anthropic' object has no attribute 'chat'"],
    ["'AsyncAnthropic' object has no attribute 'completion"],
    ["'AsyncAnthropic' object has no attribute 'chat'"],
    'anthropic.completions is undefined',
    "module 'anthropic' has no attribute 'HUMAN_PROMPT'",
    ["cannot import name 'HUMAN_PROMPT'"],
    ["cannot import name 'AI_PROMPT'"],
  ],
  lifecycle: [
    ['anthropic', 'Cannot send a request, as the client has been closed'],
    ['anthropic', 'Event loop is closed'],
    ['anthropic', 'attached to a different loop'],
  ],
  runtime: ['The default react-native fetch implementation does not support streaming'],
};

const said: Readonly<Record<Kind, string>> = {
  await:
    'The code uses a result that is still a promise or coroutine: an `await` is missing, or one stands before a call of the synchronous client.',
  stream:
    'The code treats a stream as a message or the reverse: with `stream: true` the SDK returns an iterator of events, not a message, and an iterator can be read once.',
  arguments: 'The SDK was given arguments that it does not accept, and refused before anything was sent.',
  response: 'The code reads the answer in a shape that it does not have.',
  removed: 'The code uses something that newer SDKs removed; it was written for an older one.',
  lifecycle: 'The client was used after it was closed, or from another event loop than the one it was made in.',
  runtime: "This runtime's `fetch` cannot stream, which the SDK needs.",
};
const order: readonly Kind[] = ['await', 'stream', 'arguments', 'removed', 'runtime'];
const signsOf = (kind: Kind, rest: Omit<Sign, 'says'> = {}): readonly Sign[] =>
  wordings[kind].map((says) => ({ says, shared: true, ...rest }));
const kindOf = ({ says }: Sign): Kind | undefined =>
  [...order, 'lifecycle' as const].find((kind) => wordings[kind].some((wording) => wording === says));

/** The code calls the SDK, or reads its answer, in a way that it is not made for. */
export const sdkMisuse = defineCause<Kind>({
  id: 'sdk-misuse',
  title: 'The code uses the SDK in a way it is not made for',
  locus: 'client',
  retry: () => ({ kind: 'no', because: 'The same code fails in the same way.' }),
  signs: [
    ...order.flatMap((kind) => signsOf(kind)),
    ...signsOf('lifecycle', { certainty: 'likely' }),
    { says: ["'Message' object has no attribute"] },
    { says: "'Message' object is not subscriptable" },
    {
      says: 'Messages.create() got an unexpected keyword argument',
      pattern:
        /argument ['"]?(?:headers|response_format|functions|function_call|n|stop|max_completion_tokens|max_tokens_to_sample|prompt|api_key|user|seed|logprobs)\b/,
    },
    { says: 'Messages.create() got an unexpected keyword argument', certainty: 'possible' },
    { says: 'Messages.stream() got an unexpected keyword argument', certainty: 'possible' },
    {
      says: 'Anthropic.__init__() got an unexpected keyword argument',
      unless: ["argument 'proxies'", "argument 'proxy'"],
      certainty: 'likely',
    },
    { says: "'Message' object is not iterable" },
    {
      says: "'list' object has no attribute 'text'",
      pattern: /\bcontent\.text\b/,
      shared: true,
      certainty: 'likely',
    },
    { says: "'Message' object has no attribute 'choices'" },
    { says: ['vertex', "'tuple' object has no attribute 'before_request'"], shared: true, certainty: 'likely' },
    { says: ['cannot import name', 'from partially initialized module anthropic'], certainty: 'likely' },
    { says: ['Anthropic is not a constructor'] },
    { says: ['Anthropic.', 'is not a constructor'], pattern: /\bAnthropic\.\w{1,30} is not a constructor/ },
    { says: ['Class constructor', 'cannot be invoked without', 'Anthropic'] },
    { says: ['messages.create is not a function'] },
    { says: ['messages.stream is not a function'], certainty: 'likely' },
    {
      says: 'is not a function',
      pattern:
        /\b(?:client|anthropic|claude)\.(?:beta\.)?(?:messages|completions|models)(?:\.\w{1,40})+ is not a function/i,
      certainty: 'likely',
    },
    {
      says: ['CS0103', 'Anthropic'],
      pattern: /The name '\w*Anthropic\w*' does not exist in the current context/,
      certainty: 'likely',
    },
    { says: ["cannot find 'Anthropic", 'in scope'], certainty: 'likely' },
    { says: ['is not JSON serializable', 'TextBlock'] },
    { says: ['is not JSON serializable', 'Message'], certainty: 'likely', unless: 'HumanMessage' },
  ],
  recognize: (_, { sign, quote }) => ({
    certainty: sign.certainty ?? 'proven',
    because: [quote],
    details: kindOf(sign) ?? 'response',
  }),
  explain: (kind) =>
    `${said[kind ?? 'response']} The failure is in the calling program; the API had no part in it, and a request that was already answered is billed.`,
  remedies: (kind) => [
    ...(kind === 'await' || kind === undefined
      ? [
          {
            action: 'Await the call, and use `AsyncAnthropic` with `await` and `Anthropic` without it.',
            run: 'message = await AsyncAnthropic().messages.create(...)',
          },
        ]
      : []),
    ...(kind === 'stream' || kind === undefined
      ? [
          {
            action: 'Iterate over the stream once, or let the SDK put the message together.',
            run: 'const message = await client.messages.stream({ ... }).finalMessage();\nwith client.messages.stream(...) as stream: message = stream.get_final_message()',
          },
        ]
      : []),
    ...(kind === 'removed'
      ? [
          {
            action:
              'Change the code as the release notes of the SDK say (`client.messages.create` in place of completions; sampling parameters only through `extra_body` and only where the model takes them).',
          },
        ]
      : []),
    ...(kind === 'lifecycle'
      ? [
          {
            action:
              'Make one client for each event loop, keep it open as long as calls are made, and do not call `asyncio.run` for every request.',
          },
        ]
      : []),
    ...(kind === 'runtime'
      ? [
          {
            action: 'Use a `fetch` that streams.',
            run: "import { fetch } from 'expo/fetch';\nnew Anthropic({ fetch });",
          },
        ]
      : []),
    ...(kind === 'response'
      ? [
          {
            action: 'Read the answer as the SDK types it: `content` is a list of blocks, each with a `type`.',
            run: "text = ''.join(block.text for block in message.content if block.type == 'text')",
          },
        ]
      : []),
    {
      action:
        'Let a type checker read the code (`tsc --noEmit`, `mypy`, `pyright`): the SDK is fully typed, and this error shows there.',
    },
    { action: 'Compare the call with the example for your version of the SDK.' },
  ],
  docs: pages.sdks,
  consequenceOf: ['sdk-dependency-conflict', 'sdk-not-installed'],
});
