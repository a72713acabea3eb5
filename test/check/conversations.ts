import fc from 'fast-check';

/** Content blocks and messages as generated: plain data that a mutation may rebuild. */
export interface Block {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** One generated message. */
export interface Message {
  readonly role: string;
  readonly content: string | readonly Block[];
}

/** A request that the API takes, as generated. */
export interface Request {
  readonly model: string;
  readonly max_tokens: number;
  readonly messages: readonly Message[];
  readonly [member: string]: unknown;
}

const words = fc.constantFrom(
  'river',
  'Donau',
  'how long',
  'déjà vu',
  '川',
  '🌊',
  '517 km',
  '{"a": 1}',
  '  indented',
  'a\nb',
);
const text = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => `${parts.join(' ')}.`);
const textBlock = text.map((value): Block => ({ type: 'text', text: value }));
const userContent = fc.oneof(text, fc.array(textBlock, { minLength: 1, maxLength: 3 }));

/** One exchange: the user says something, perhaps a tool loop follows, and the assistant answers. */
const exchange = fc.record({
  ask: userContent,
  askTwice: fc.boolean(),
  calls: fc.integer({ min: 0, max: 3 }),
  saysFirst: fc.boolean(),
  thinks: fc.boolean(),
  splitsResults: fc.boolean(),
  resultsReversed: fc.boolean(),
  textBehindResults: fc.boolean(),
  answer: text,
});

type Exchange = typeof exchange extends fc.Arbitrary<infer T> ? T : never;

function messagesOf(exchanges: readonly Exchange[]): readonly Message[] {
  const messages: Message[] = [];
  exchanges.forEach((one, turn) => {
    messages.push({ role: 'user', content: one.ask });
    if (one.askTwice) messages.push({ role: 'user', content: 'And quickly.' });
    const thinking: Block[] = one.thinks ? [{ type: 'thinking', thinking: 'Let me see.', signature: 'c2ln' }] : [];
    if (one.calls > 0) {
      const ids = Array.from({ length: one.calls }, (_, index) => `toolu_${turn}_${index}`);
      const said: Block[] = one.saysFirst ? [{ type: 'text', text: 'I look it up.' }] : [];
      const uses = ids.map((id): Block => ({ type: 'tool_use', id, name: 'look_up_river', input: { name: id } }));
      messages.push({ role: 'assistant', content: [...thinking, ...said, ...uses] });
      const order = one.resultsReversed ? ids.toReversed() : ids;
      const results = order.map((id): Block => ({ type: 'tool_result', tool_use_id: id, content: `Found ${id}` }));
      const [first, ...others] = results;
      if (one.splitsResults && first && others.length > 0) {
        messages.push({ role: 'user', content: [first] }, { role: 'user', content: others });
      } else {
        const behind: Block[] = one.textBehindResults ? [{ type: 'text', text: 'Go on.' }] : [];
        messages.push({ role: 'user', content: [...results, ...behind] });
      }
    }
    messages.push({ role: 'assistant', content: [...thinking, { type: 'text', text: one.answer }] });
  });
  return [...messages, { role: 'user', content: 'Thank you. What else?' }];
}

const tools = [
  {
    name: 'look_up_river',
    description: 'Looks up a river.',
    input_schema: { type: 'object', properties: { name: { type: 'string' } } },
  },
];

const settings = fc.constantFrom<Readonly<Record<string, unknown> & { model: string }>>(
  { model: 'claude-sonnet-4-6', temperature: 0.3 },
  { model: 'claude-sonnet-4-6', thinking: { type: 'adaptive' }, output_config: { effort: 'max' } },
  { model: 'claude-haiku-4-5', thinking: { type: 'enabled', budget_tokens: 1024 }, temperature: 1 },
  { model: 'claude-haiku-4-5', top_p: 0.5, top_k: 10 },
  { model: 'claude-opus-5', thinking: { type: 'disabled' }, output_config: { effort: 'high' } },
  { model: 'claude-opus-4-8', temperature: 1 },
  { model: 'claude-opus-5-5', output_config: { effort: 'xhigh' } },
  { model: 'claude-sonnet-5-5', thinking: { type: 'between_tools' } },
);

/** Requests that the API takes: any mix of tool loops, thinking, split results and repeated roles. */
export const requests: fc.Arbitrary<Request> = fc
  .record({ exchanges: fc.array(exchange, { minLength: 1, maxLength: 4 }), setting: settings })
  .map(({ exchanges, setting }) => ({ max_tokens: 2048, tools, ...setting, messages: messagesOf(exchanges) }));

/** The same with at least one tool call. */
export const requestsWithCalls = requests.filter(({ messages }) =>
  messages.some((message) => callsOf(message).length > 0),
);

/** The calls of a message. */
export function callsOf({ content }: Message): readonly Block[] {
  return typeof content === 'string' ? [] : content.filter(({ type }) => type === 'tool_use');
}

/** The results in a message. */
export function resultsOf({ content }: Message): readonly Block[] {
  return typeof content === 'string' ? [] : content.filter(({ type }) => type === 'tool_result');
}

/** The request with one message changed, taken out (`undefined`) or put in the place of several. */
export function withMessage(
  request: Request,
  index: number,
  change: (message: Message) => readonly Message[],
): Request {
  const messages = request.messages.flatMap((message, at) => (at === index ? change(message) : [message]));
  return { ...request, messages };
}
