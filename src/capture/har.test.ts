import { describe, expect, it } from 'vitest';
import { harTexts } from './har.ts';

const overloaded = '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}';

function har(
  ...entries: readonly { readonly url: string; readonly status: number; readonly content?: object }[]
): string {
  return JSON.stringify({
    log: {
      entries: entries.map(({ url, status, content = {} }) => ({
        request: { method: 'POST', url },
        response: { status, content },
      })),
    },
  });
}

describe('the exchanges of a HAR file', () => {
  it('leaves out what failed at other sites, which a page loads by the dozen', () => {
    const text = har(
      { url: 'https://shop.example/logo.svg', status: 404, content: { text: '<h1>Not found</h1>' } },
      { url: 'https://api.anthropic.com/v1/messages', status: 529, content: { text: overloaded } },
      { url: 'https://metrics.example/collect', status: 0 },
    );

    expect(harTexts(text)).toEqual([expect.stringContaining('HTTP/1.1 529')]);
  });

  it("keeps the failure of the user's own server that passes an error of Claude on", () => {
    const text = har({ url: 'https://app.example/api/chat', status: 500, content: { text: overloaded } });

    expect(harTexts(text)).toHaveLength(1);
  });

  it('reads a body in base64, whole or broken', () => {
    const encoded = Buffer.from(overloaded).toString('base64');
    const url = 'https://api.anthropic.com/v1/messages';
    const text = har(
      { url, status: 529, content: { text: encoded, encoding: 'base64' } },
      { url, status: 529, content: { text: '@@@', encoding: 'base64' } },
    );

    expect(harTexts(text)?.map((one) => one.includes('overloaded_error'))).toEqual([true, false]);
  });
});
