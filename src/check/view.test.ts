import { describe, expect, test } from 'vitest';
import { blockAt, blockPath, taggedPath } from '../core/view.ts';
import { viewRequest } from './view.ts';

const text = (value: string): unknown => ({ type: 'text', text: value });

describe('a walked request', () => {
  const view = viewRequest({
    model: 'claude-sonnet-4-6',
    system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
    tools: [{ name: 'look_up', input_schema: { type: 'object' }, cache_control: { type: 'ephemeral', ttl: '1h' } }],
    messages: [
      { role: 'user', content: 'Hello' },
      {
        role: 'user',
        content: [text('a'), { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: '' } }],
      },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'look_up', input: {} }, 7, null] },
      {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: 'a', content: [text('b'), { type: 'image', source: {} }] }],
      },
      'no message',
    ],
  });

  test('has its blocks by type, nested ones with their way', () => {
    const [image] = view.blocksOf('image');
    expect(image && blockPath(image)).toBe('messages.3.content.0.tool_result.content.1');
    expect(image && blockAt(image)).toEqual(['messages', 3, 'content', 0, 'content', 1]);
    expect(view.blocksOf('text').map(({ message }) => message)).toEqual([-1, 1, 3]);
  });

  test('writes the paths of the API: a document that holds a PDF is tagged as one', () => {
    const [document] = view.blocksOf('document');
    expect(document && taggedPath(document)).toBe('messages.1.content.1.pdf');
  });

  test('leaves out what is no message or block, and says that something was left out', () => {
    expect(view.messages.map(({ isWhole }) => isWhole)).toEqual([true, true, false, true]);
  });

  test('merges messages of one role into runs', () => {
    expect(view.runs.map(({ role, messages }) => [role, messages.length])).toEqual([
      ['user', 2],
      ['assistant', 1],
      ['user', 1],
    ]);
  });

  test('has cache marks in the order tools, system, messages', () => {
    expect(view.cacheMarks.map(({ ttl, on }) => [ttl, on.kind])).toEqual([
      ['1h', 'tool'],
      ['5m', 'block'],
    ]);
  });
});

describe('what a request does not say', () => {
  const body = { model: 'claude-sonnet-4-6', messages: [] };

  test('a beta is absent only where all headers are known', () => {
    expect(viewRequest(body).beta('files-api-2025-04-14')).toBe('unknown');
    expect(viewRequest(body, { headers: {}, headersKnown: true }).beta('files-api-2025-04-14')).toBe('absent');
    const headers = { 'Anthropic-Beta': 'skills-2025-10-02, files-api-2025-04-14' };
    expect(viewRequest(body, { headers }).beta('files-api-2025-04-14')).toBe('sent');
  });

  test('thinking is what the model does on its own', () => {
    expect(viewRequest(body).thinking).toEqual({ isOn: false });
    expect(viewRequest({ ...body, model: 'claude-opus-5' }).thinking).toEqual({ isOn: true });
    expect(viewRequest({ ...body, model: 'unheard-of' }).thinking).toEqual({});
  });

  test.each([
    ['/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke-with-response-stream', 'messages', true],
    [
      '/v1/projects/p/locations/global/publishers/anthropic/models/claude-haiku-4-5@20251001:rawPredict',
      'messages',
      false,
    ],
    ['https://api.anthropic.com/v1/messages/count_tokens?beta=true', 'count-tokens', false],
    ['/v1/messages/batches', 'batch', false],
  ])('%s tells the operation', (endpoint, kind, isStreaming) => {
    const view = viewRequest(
      { messages: [] },
      { endpoint, platform: endpoint.startsWith('/model') ? 'bedrock' : 'vertex' },
    );
    expect([view.kind, view.isStreaming]).toEqual([kind, isStreaming]);
    if (kind === 'messages') expect(view.model?.id).toBe('claude-haiku-4-5-20251001');
  });
});
