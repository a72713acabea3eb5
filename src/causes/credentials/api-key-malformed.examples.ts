import type { CauseExamples } from '../examples.ts';

/** Reports of a damaged key, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["x-api-key"]\n    at ClientRequest.setHeader (node:_http_outgoing:655:3)\n    at file:///srv/app/node_modules/@anthropic-ai/sdk/core.mjs:201:9',
    },
    {
      text: 'TypeError: Headers.append: "sk-…\n" is an invalid header value.\n    at fetch (undici)',
      certainty: 'likely',
    },
    {
      text: "httpx.LocalProtocolError: Illegal header value b'sk-ant-xxxx\\n'\nThe above exception was the direct cause of the following exception:\nanthropic.APIConnectionError: Connection error.",
    },
    {
      text: 'Post "https://api.anthropic.com/v1/messages": net/http: invalid header field value for "X-Api-Key"',
    },
    {
      text: 'TypeError: Cannot convert argument to a ByteString because the character at index 7 has a value of 8226 which is greater than 255.\n    at new Anthropic (/app/node_modules/@anthropic-ai/sdk/index.js:31:9)',
      certainty: 'likely',
    },
    {
      text: 'java.lang.IllegalArgumentException: Unexpected char 0x0a at 108 in x-api-key value: sk-ant-██\n\tat com.anthropic.client.okhttp.OkHttpClient.toRequest',
    },
    {
      text: "File \"/venv/lib/python3.12/site-packages/httpx/_models.py\", line 82, in _normalize_header_value\n    return value.encode(encoding or \"ascii\")\nUnicodeEncodeError: 'ascii' codec can't encode character '\\u2013' in position 6: ordinal not in range(128)\n# anthropic client",
    },
    {
      text: "UnicodeEncodeError: 'ascii' codec can't encode character '\\u2026' in position 9 of x-api-key (anthropic)",
      certainty: 'likely',
    },
    {
      text: `UnicodeEncodeError: 'ascii' codec can't encode characters in position 7-8: ordinal not in range(128)
  File "/srv/venv/lib/python3.12/site-packages/anthropic/_base_client.py"`,
      certainty: 'possible',
    },
  ],
  spares: [
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      cause: 'api-key-invalid',
    },
    {
      text: 'TypeError [ERR_HTTP_INVALID_HEADER_VALUE]: Invalid value "undefined" for header "x-request-token" at redis:6379',
      cause: 'none',
    },
  ],
};
