import { describe, expect, test } from 'vitest';
import { judgeText } from '../app/verdict.ts';
import { withFallback } from './fallback.ts';
import { prepareCauses } from './signs.ts';
import { weigh, type Answer } from './weighing.ts';
import { evidenceOf } from '../capture/text/evidence.ts';
import { causes } from '../causes/index.ts';

const traceback = `Traceback (most recent call last):
  File "/srv/digest/.venv/lib/python3.12/site-packages/httpx/_transports/default.py", line 101, in map_httpcore_exceptions
    yield
  File "/srv/digest/.venv/lib/python3.12/site-packages/httpcore/_sync/connection.py", line 78, in handle_request
    stream = self._connect(request)
httpcore.ConnectError

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/srv/digest/summarize.py", line 31, in <module>
    answer = client.messages.create(model="claude-sonnet-4-5", max_tokens=512, messages=turns)
  File "/srv/digest/.venv/lib/python3.12/site-packages/anthropic/_base_client.py", line 1016, in request
    raise APIConnectionError(request=request) from err
anthropic.APIConnectionError: Connection error.`;

describe('a connection that failed, and no word on why', () => {
  test.each([
    ['alone', 'anthropic.APIConnectionError: Connection error.'],
    ['without its full stop', 'anthropic.APIConnectionError: Connection error'],
    ['at the end of a traceback', traceback],
    ['in a line of JSON', '{"level":"error","msg":"digest failed: APIConnectionError: Connection error."}'],
  ])('%s is a failure of the network that may be sent again', (_, text) => {
    const { findings } = judgeText(text);
    expect(findings.map(({ cause, certainty, retry }) => [cause, certainty, retry.kind])).toEqual([
      ['connection-reset', 'possible', 'yes'],
    ]);
  });
});

describe('a whole sentence with which a longer wording begins', () => {
  test.each([
    'Authentication failed',
    'Authentication error',
    'Failed to connect',
    'Could not connect',
    'Unable to connect',
    'Permission denied',
  ])('is not taken for that wording: %s', (sentence) => {
    for (const end of ['', '.', '"', ')', '"}', ".'}"]) {
      const { findings } = judgeText(`Asking Claude for the digest failed: anthropic.APIError: ${sentence}${end}`);
      expect(findings.filter(({ certainty }) => certainty !== 'possible')).toEqual([]);
      expect(findings.filter(({ cause }) => /^(?:mcp-|tls-|proxy-)/.test(cause))).toEqual([]);
    }
  });
});

describe('a wording that the end of the text cuts off', () => {
  test.each([
    ['inside a word', 'anthropic.APIError: connection error while communicating wi', 'likely'],
    ['with an ellipsis', 'anthropic.APIError: connection error while communicating...', 'likely'],
    ['with an ellipsis in quotes', '{"error":"anthropic.APIError: connection error while communicating…"}', 'likely'],
    ['between two words', 'anthropic.APIError: connection error while communicating', 'possible'],
  ])('%s is recognized', (_, text, certainty) => {
    const [first] = judgeText(text).findings;
    expect([first?.cause, first?.certainty]).toEqual(['mcp-server-unreachable', certainty]);
  });

  test('that closes is whole, and only like the known one', () => {
    const { findings } = judgeText('{"error":"anthropic.APIError: connection error while communicating"}');
    expect(findings.map(({ certainty }) => certainty)).toEqual(['possible']);
  });

  test.each([
    ['anthropic.APIError: Empty reply from s', 'possible'],
    ['anthropic.APIError: Empty reply from se', 'likely'],
  ])('is as sure as what it shows is long, spaces not counted: %s', (text, certainty) => {
    const [first] = judgeText(text).findings;
    expect([first?.cause, first?.certainty]).toEqual(['connection-reset', certainty]);
  });
});

test('a second look takes over what the first found', () => {
  const text = 'anthropic.APIError: connection error while communicating wi';
  const evidence = evidenceOf(text);
  const known = new Map<string, Answer>();
  const verdict = withFallback(weigh(known, evidence), known, evidence, prepareCauses(causes));
  expect(verdict).toEqual(judgeText(text));
});

describe('the wording that a text is like', () => {
  test('has its words in one sentence, and not all over the text', () => {
    const { findings } = judgeText(
      'API Error: 400 failed to read the ledger of tenant blue: gone.\nYou can restart the conversation from an earlier assistant message.\nThe model of the profile is set.\nThe window is large.\nIt does not matter which, and support must know.\n',
    );
    expect(findings).toEqual([]);
  });

  test('has the word that the wording is about', () => {
    const { findings } = judgeText('19:30:02 ERROR claude_hub: handshake ended, could not connect to hub server.\n');
    expect(findings).toEqual([]);
  });
});
