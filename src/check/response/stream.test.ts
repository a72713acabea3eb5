import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkStream } from './stream.ts';

type Event = Readonly<Record<string, unknown>>;

const start: Event = {
  type: 'message_start',
  message: {
    id: 'msg_01A',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-4-6',
    content: [],
    stop_reason: null,
    usage: { input_tokens: 9, output_tokens: 1 },
  },
};
const stop: Event = { type: 'message_stop' };
const ping: Event = { type: 'ping' };
const ended = (stopReason: string, more: object = {}): Event => ({
  type: 'message_delta',
  delta: { stop_reason: stopReason, stop_sequence: null, ...more },
  usage: { output_tokens: 12 },
});
const opens = (index: number, block: Event): Event => ({ type: 'content_block_start', index, content_block: block });
const delta = (index: number, change: Event): Event => ({ type: 'content_block_delta', index, delta: change });
const closes = (index: number): Event => ({ type: 'content_block_stop', index });
const text = (index: number, ...pieces: string[]): Event[] => [
  opens(index, { type: 'text', text: '' }),
  ...pieces.map((piece) => delta(index, { type: 'text_delta', text: piece })),
  closes(index),
];
const call = (index: number, ...pieces: string[]): Event[] => [
  opens(index, { type: 'tool_use', id: `toolu_0${index}`, name: 'get_weather', input: {} }),
  ...['', ...pieces].map((piece) => delta(index, { type: 'input_json_delta', partial_json: piece })),
  closes(index),
];

function sse(events: readonly Event[]): string {
  return events.map((event) => `event: ${String(event.type)}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

function rows(events: readonly Event[] | string, request?: unknown): readonly string[] {
  return checkStream(typeof events === 'string' ? events : sse(events), { request }).problems.map(({ row }) => row);
}

const answer = [start, ...text(0, 'Let me ', 'look.'), ...call(1, '{"city":', '"Paris"}'), ended('tool_use'), stop];

describe('a stream without fault', () => {
  test.each<[string, readonly Event[]]>([
    ['text alone', [start, ...text(0, 'Hi'), ended('end_turn'), stop]],
    [
      'with pings anywhere',
      [start, opens(0, { type: 'text', text: '' }), ping, closes(0), ping, ended('end_turn'), stop],
    ],
    [
      'with events and deltas of unknown types',
      [
        start,
        { type: 'weather_report' },
        opens(0, { type: 'text', text: '' }),
        delta(0, { type: 'color_delta' }),
        closes(0),
        ended('end_turn'),
        stop,
      ],
    ],
    ['with a tool that takes no input', [start, ...text(0, 'x'), ended('end_turn'), stop]],
    [
      'with a block that arrives complete',
      [
        start,
        opens(0, { type: 'web_search_tool_result', content: [] }),
        closes(0),
        ...text(1, 'a'),
        ended('end_turn'),
        stop,
      ],
    ],
    ['with two message_delta events', [start, ...text(0, 'a'), ended('end_turn'), ended('end_turn'), stop]],
    [
      'whose input stands in the start of the block',
      [
        start,
        opens(0, { type: 'server_tool_use', id: 's', name: 'web_search', input: { query: 'x' } }),
        closes(0),
        ...text(1, 'a'),
        ended('end_turn'),
        stop,
      ],
    ],
  ])('%s', (_, events) => {
    expect(rows(events)).toEqual([]);
  });

  test('may pad its JSON, end lines in any way, and begin with a byte order mark or with HTTP headers', () => {
    const whole = sse([start, ...text(0, 'Hi'), ended('end_turn'), stop]);
    expect(rows(whole.replaceAll('}\n', '}      \n'))).toEqual([]);
    expect(rows(whole.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(rows(whole.replaceAll('\n', '\r'))).toEqual([]);
    expect(rows(`\ufeff${whole}`)).toEqual([]);
    expect(rows(`HTTP/2 200\ncontent-type: text/event-stream\n\n: comment\n${whole}`)).toEqual([]);
  });
});

describe('the grammar of events', () => {
  test.each<[string, readonly Event[], string]>([
    ['a second start', [start, start, ...text(0, 'a'), ended('end_turn'), stop], 'message-start-twice'],
    ['no start', [...text(0, 'a'), ended('end_turn'), stop], 'event-before-start'],
    [
      'a start without a message',
      [{ type: 'message_start' }, ...text(0, 'a'), ended('end_turn'), stop],
      'message-start-shape',
    ],
    [
      'an index that leaps',
      [start, opens(1, { type: 'text', text: '' }), closes(0), ended('end_turn'), stop],
      'block-index',
    ],
    [
      'a block inside another',
      [
        start,
        opens(0, { type: 'text', text: '' }),
        opens(1, { type: 'text', text: '' }),
        closes(1),
        ended('end_turn'),
        stop,
      ],
      'block-not-stopped',
    ],
    [
      'a last block that is never stopped',
      [start, opens(0, { type: 'text', text: '' }), ended('end_turn'), stop],
      'block-not-stopped',
    ],
    [
      'a delta for a block that is closed',
      [start, ...text(0, 'a'), delta(0, { type: 'text_delta', text: 'b' }), ended('end_turn'), stop],
      'block-not-open',
    ],
    [
      'a stop for another block',
      [start, opens(0, { type: 'text', text: '' }), closes(3), closes(0), ended('end_turn'), stop],
      'block-not-open',
    ],
    [
      'text for a tool call',
      [
        start,
        opens(0, { type: 'tool_use', id: 'x', name: 'y', input: {} }),
        delta(0, { type: 'text_delta', text: 'b' }),
        closes(0),
        ended('end_turn'),
        stop,
      ],
      'delta-unfit',
    ],
    [
      'input for a text',
      [
        start,
        opens(0, { type: 'text', text: '' }),
        delta(0, { type: 'input_json_delta', partial_json: '{' }),
        closes(0),
        ended('end_turn'),
        stop,
      ],
      'delta-unfit',
    ],
    [
      'a delta without content',
      [
        start,
        opens(0, { type: 'text', text: '' }),
        { type: 'content_block_delta', index: 0 },
        closes(0),
        ended('end_turn'),
        stop,
      ],
      'delta-missing',
    ],
    [
      'a block without a type',
      [start, { type: 'content_block_start', index: 0 }, closes(0), ended('end_turn'), stop],
      'block-without-type',
    ],
    ['an end without a stop reason', [start, ...text(0, 'a'), stop], 'stop-reason-missing'],
    [
      'an event behind the end',
      [start, ...text(0, 'a'), ended('end_turn'), stop, ended('end_turn')],
      'event-after-stop',
    ],
  ])('names %s', (_, events, row) => {
    const { ok, problems } = checkStream(sse(events));
    expect(problems.map((problem) => problem.row)).toContain(row);
    expect(ok).toBe(false);
  });

  test('tells a fault at the event that has it', () => {
    const events = [start, start, ...text(0, 'a'), ended('end_turn'), stop];
    const [problem] = checkStream(sse(events)).problems;
    expect(problem?.offset).toBe(sse([start]).length);
  });
});

describe('an error in the stream', () => {
  test.each([
    ['overloaded_error', 'Overloaded', 'overloaded'],
    ['api_error', 'Internal server error', 'internal-error'],
    ['invalid_request_error', 'Output blocked by content filtering policy', 'content-blocked'],
    ['throttlingException', 'Too many tokens', 'platform-quota'],
  ])('is told as its cause and not as a cut stream: %s', (type, message, cause) => {
    const { ok, problems } = checkStream(sse([start, { type: 'error', error: { type, message } }]));
    expect(ok).toBe(false);
    expect(problems).toMatchObject([{ cause, message, row: 'stream-error', offset: sse([start]).length }]);
  });

  test('may come first', () => {
    expect(rows([{ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }])).toEqual([
      'stream-error',
    ]);
  });
});

describe('tool input', () => {
  test('that is no JSON once put together is an error', () => {
    const { ok, problems } = checkStream(sse([start, ...call(0, '{"city": "Par'), ended('tool_use'), stop]));
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ row: 'tool-input-not-json', path: 'content.0.input' });
  });

  test('may be incomplete in the last block of an answer that was cut, closed or not', () => {
    expect(rows([start, ...call(0, '{"ci'), ended('max_tokens'), stop])).toEqual(['stop-max-tokens-tool']);
    expect(rows([start, ...call(0, '{"ci').slice(0, -1), ended('max_tokens'), stop])).toEqual(['stop-max-tokens-tool']);
  });

  test('is held against the schema of the tool when the request is known', () => {
    const request = {
      tools: [{ name: 'get_weather', input_schema: { type: 'object', properties: { city: { type: 'number' } } } }],
    };
    const { problems } = checkStream(sse(answer), { request });
    expect(problems[0]).toMatchObject({
      row: 'tool-input-unfit',
      path: 'content.1.input.city',
      offset: sse(answer.slice(0, 5)).length,
    });
  });
});

test.each([
  ['', 'stream-empty', 'stream-interrupted'],
  ['<!doctype html><title>Sign in</title>', 'stream-foreign', 'response-unparsable'],
  ['{"type":"message","role":"assistant","content":[]}', 'stream-foreign', 'response-unparsable'],
  [
    '{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
    'answer-is-error',
    'api-key-invalid',
  ],
  ['Bad gateway', 'stream-foreign', 'response-unparsable'],
])('what came in place of a stream is named: %j', (content, row, cause) => {
  expect(checkStream(content)).toMatchObject({ ok: false, problems: [{ row, cause }] });
});

describe('what gateways do to streams', () => {
  const whole = sse([start, ...text(0, 'Hi'), ended('end_turn'), stop]);

  test.each([
    ['events without names', whole.replaceAll(/^event: .*\n/gm, ''), ['event-without-name']],
    ['the end mark of OpenAI', `${whole}data: [DONE]\n\n`, ['stream-done-mark']],
    [
      'a line that is no JSON',
      whole.replace('data: {"type":"content_block_stop"', 'data: {"type'),
      ['event-not-json', 'block-not-stopped'],
    ],
    ['another name than the data has', whole.replace('event: message_stop', 'event: done'), ['event-name']],
  ])('%s', (_, content, expected) => {
    expect(rows(content)).toEqual(expected);
  });
});

describe('a stream that breaks off', () => {
  const piece = fc.string({ maxLength: 12, unit: 'grapheme' });
  const block = fc.oneof(
    fc.array(piece, { maxLength: 3 }).map((pieces) => (index: number) => text(index, ...pieces)),
    fc.dictionary(piece, piece).map((input) => (index: number) => {
      const json = JSON.stringify(input);
      return call(index, json.slice(0, 3), json.slice(3));
    }),
  );
  const stream = fc
    .tuple(fc.array(block, { maxLength: 4 }), fc.constantFrom('end_turn', 'tool_use', 'max_tokens', 'stop_sequence'))
    .map(([blocks, reason]) =>
      sse([
        start,
        ...blocks.flatMap((one, index) => [...(index % 2 ? [ping] : []), ...one(index)]),
        ended(reason),
        stop,
      ]),
    );

  test('is without error when it is whole', () => {
    fc.assert(
      fc.property(stream, (content) => {
        const errors = checkStream(content).problems.filter(({ severity }) => severity === 'error');
        expect(errors.filter(({ row }) => row !== 'stop-tool-use-without-call')).toEqual([]);
      }),
    );
  });

  test('is named as such wherever it is cut, and as nothing else', () => {
    fc.assert(
      fc.property(stream, fc.double({ min: 0, max: 1, noNaN: true }), (content, share) => {
        const end = content.lastIndexOf('}');
        const { problems } = checkStream(content.slice(0, Math.floor(end * share)));
        expect(problems.map(({ cause }) => cause)).toContain('stream-interrupted');
        const others = problems.filter(({ severity, cause }) => severity === 'error' && cause !== 'stream-interrupted');
        expect(others.filter(({ row }) => row !== 'stop-tool-use-without-call')).toEqual([]);
      }),
    );
  });

  test('is named at every single byte of one stream', () => {
    const content = sse(answer);
    for (let end = 0; end < content.lastIndexOf('}'); end++) {
      const { problems } = checkStream(content.slice(0, end));
      expect(
        problems.map(({ cause }) => cause),
        `cut at ${end}`,
      ).toContain('stream-interrupted');
    }
  });

  test.each([
    [1, 'stream-cut', 'behind `message_start`'],
    [3, 'stream-inside-block', 'inside block 0 (`text`)'],
    [5, 'stream-cut', 'behind `content_block_stop`'],
    [7, 'stream-inside-block', 'inside block 1 (`tool_use`)'],
    [11, 'stream-stop-missing', 'behind the stop reason `tool_use`'],
  ])('says where: after %i events', (count, row, where) => {
    const problem = checkStream(sse(answer.slice(0, count))).problems.find(
      ({ cause }) => cause === 'stream-interrupted',
    );
    expect(problem).toMatchObject({ row, severity: row === 'stream-stop-missing' ? 'warning' : 'error' });
    expect(problem?.message).toContain(where);
  });
});

test.each([
  ['many lines', 'data: {"type":"x"}\n\n'.repeat(60_000)],
  ['carriage returns alone', 'event: ping\rdata: {}\r\r'.repeat(60_000)],
  ['one event with many data lines', `event: x\n${'data: a\n'.repeat(200_000)}\n`],
  ['many errors of grammar', sse([stop]).repeat(30_000)],
  ['no line end', 'data: '.repeat(300_000)],
])('a hostile stream is read in time that grows with its length: %s', (_, content) => {
  const begin = performance.now();
  checkStream(content);
  expect(performance.now() - begin).toBeLessThan(3000);
});
