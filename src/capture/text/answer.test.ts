import { describe, expect, test } from 'vitest';
import { withoutModelText } from './answer.ts';

describe('what the model wrote', () => {
  test('is taken out of an answer, whose other members stay', () => {
    const answer = {
      type: 'message',
      content: [{ type: 'text', text: 'prompt is too long' }],
      stop_reason: 'end_turn',
    };
    const left = withoutModelText(JSON.stringify(answer));
    expect(left).not.toContain('too long');
    expect(left).toContain('end_turn');
  });

  test('is taken out of the deltas of a stream', () => {
    const stream =
      'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"say \\"529 Overloaded\\" "}}\n\n';
    expect(withoutModelText(stream)).not.toContain('Overloaded');
  });

  test.each([
    'HTTP/2 200 \r\nrequest-id: req_1\r\n\r\n{"type":"message","content":[{"type":"text","text":"529 Overloaded"}]}',
    '> POST /v1/messages HTTP/2\n< HTTP/2 200\n< date: now\n\n{"type":"message","content":[{"type":"text","text":"529 Overloaded"}]}',
    'HTTP/2 200\n\nevent: a\ndata: {"delta":{"type":"text_delta","text":"529 Overloaded"}}\n\n',
  ])('is taken out of what curl prints of a success: %j', (text) => {
    expect(withoutModelText(text)).not.toContain('Overloaded');
  });

  test.each([
    ['tool_use', { type: 'tool_use', id: 'toolu_1', name: 'write', input: { error: '401 authentication_error' } }],
    ['a name in an input', { type: 'tool_use', id: 'toolu_1', name: 'write', input: { '529 Overloaded': 1 } }],
    [
      'what a tool of the API printed',
      {
        type: 'bash_code_execution_tool_result',
        tool_use_id: 'srvtoolu_1',
        content: { type: 'bash_code_execution_result', stderr: 'curl: (7) Failed to connect', return_code: 7 },
      },
    ],
  ])('is taken out of a block: %s', (_, block) => {
    const answer = JSON.stringify({ type: 'message', content: [block], stop_reason: 'tool_use' });
    for (const text of [answer, `Response: ${answer}`, `INFO {id} done\n${answer}\n`]) {
      const left = withoutModelText(text);
      expect(left).not.toMatch(/authentication_error|Overloaded|Failed to connect/);
      expect(left).toContain('"stop_reason":"tool_use"');
    }
  });

  test('leaves the error that the API gives in place of a result', () => {
    const content = { type: 'web_search_tool_result_error', error_code: 'max_uses_exceeded' };
    const block = { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content };
    expect(withoutModelText(JSON.stringify({ type: 'message', content: [block] }))).toContain('max_uses_exceeded');
  });

  test('stays where the answer is that of a failure', () => {
    const text = 'HTTP/2 529\n\n{"type":"message","content":[{"type":"text","text":"529 Overloaded"}]}';
    expect(withoutModelText(text)).toBe(text);
  });

  test('empty text stays empty, so that an empty answer can be seen', () => {
    expect(withoutModelText('{"type":"message","content":[{"type":"text","text":""}]}')).toContain('"text":""');
  });

  test.each(['{"type":"error","error":{"type":"api_error","message":"text"}}', 'plain text', '{"type":"message", cut'])(
    '%s is left as it is',
    (text) => {
      expect(withoutModelText(text)).toBe(text);
    },
  );
});
