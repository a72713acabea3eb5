import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

type Mark = 'content-encoding' | 'charset' | 'content-type' | undefined;

const remedyOf = {
  'content-encoding':
    'Send the body uncompressed, or compress it with `gzip` and say so: the bytes and the `content-encoding` header must agree.',
  charset:
    'Send the body as UTF-8 and leave the charset out of the header; only UTF-8, ISO-8859-1 and US-ASCII are read.',
  'content-type': 'Send the body as JSON with the header that says so.',
} as const;

/** The headers of the request describe its body wrongly, or in a way that the API does not read. */
export const bodyEncoding = defineCause<Mark>({
  id: 'body-encoding',
  title: 'The headers do not describe the request body as the API needs it',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: ['request_body_encoding_invalid', 'request_body_encoding_unsupported', 'unsupported_charset'] },
    { says: 'request_body_encoding_' },
    { says: 'unsupported_charset' },
    {
      type: 'invalid_request_error',
      says: 'content-encoding',
      unless: 'accept-encoding',
      certainty: 'likely',
      shared: true,
    },
    {
      type: 'invalid_request_error',
      says: 'content-type',
      unless: ['content-type:application/json', 'content-type=application/json'],
      certainty: 'likely',
      shared: true,
    },
    { says: ['content-type', 'must be application/json'], certainty: 'likely', shared: true },
    { says: ['content type', 'expected application/json'], certainty: 'likely', shared: true },
    {
      says: ['content-type', 'application/json', 'is required'],
      // Beside the header as it was sent, something else is required.
      unless: 'content-type:application/json',
      certainty: 'likely',
      shared: true,
    },
    { says: 'unsupported media type', status: 415, certainty: 'likely', shared: true },
    { says: 'unsupported content-type', certainty: 'likely', shared: true },
    { says: 'unsupported charset', certainty: 'likely', shared: true },
    { says: ['is not valid latin-1', 'body.encode'], certainty: 'likely', shared: true },
    { says: ['loc:[body]', 'valid dictionary or object to extract fields from'], certainty: 'likely', shared: true },
    { status: 415, certainty: 'likely', shared: true },
  ],
  recognize: ({ response, reading, subject }, hit) => {
    if (hit.sign.shared && subject !== 'claude' && response?.errorType === undefined) return undefined;
    const text = `${response?.errorCode ?? ''} ${reading?.flat ?? ''}`;
    const mark = /charset|latin-1/i.test(text)
      ? 'charset'
      : /content-encoding|body_encoding/i.test(text)
        ? 'content-encoding'
        : 'content-type';
    return recognized<Mark>(hit, mark);
  },
  explain: (mark) => {
    const header =
      mark === 'content-encoding'
        ? '`content-encoding`'
        : mark === 'charset'
          ? 'the charset of `content-type`'
          : '`content-type` and `content-encoding`';
    return `The API could not turn the bytes of the body into a JSON text: what the request says of itself in ${header} is missing, does not fit the bytes, or names a form that the API does not read. The content of the request was not looked at.`;
  },
  remedies: (mark) => [
    {
      action: mark === undefined ? remedyOf['content-type'] : remedyOf[mark],
      run: "curl https://api.anthropic.com/v1/messages -H 'content-type: application/json' --data-binary @request.json ...",
    },
    {
      action:
        'Pass an object to the HTTP library as its JSON argument (`json=` in Python, `JSON.stringify` with `fetch`), not as form data and not as a bare string.',
    },
    {
      action:
        'If a proxy or gateway compresses or re-encodes bodies on the way, switch that off for this host and try again.',
    },
  ],
  docs: pages.errors,
});
