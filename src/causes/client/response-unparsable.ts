import { defineCause, type Sign } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { saying } from '../connection.ts';

const ours: readonly Sign[] = [
  'Could not parse message into JSON',
  'Unable to parse tool parameter JSON from model',
  'Failed to parse structured output',
  'Could not parse a Bedrock chunk into JSON',
  'APIResponseValidationError',
  'AnthropicInvalidDataException',
  'Data returned by API invalid for expected schema',
  'API returned an empty or malformed response',
].map((says) => ({ says, shared: true }));
const likely = [
  'From chunk: [',
  'Unexpected end of JSON input',
  'Unterminated string in JSON at position',
  'in JSON at position',
  'after JSON at position',
  'JSON parsing failed: Text',
  'after property value in JSON',
  'after array element in JSON',
  'is not valid JSON',
  'Bad control character in string literal',
  'JSONDecodeError',
  'Expecting value: line 1 column 1',
  'expected value at line 1 column 1',
  'Response body is not valid JSON',
  'outputted an invalid JSON',
  'EOF while parsing',
  'Expecting property name enclosed in double quotes',
  'unexpected end of JSON input',
  'JsonParseException',
  'JsonReaderException',
  'JsonEOFException',
  'The JSON value could not be converted to',
  'Unexpected end-of-input',
  'is an invalid start of a value',
  'JSON::ParserError',
  'AI_JSONParseError',
  'AI_TypeValidationError',
  'Type validation failed: Value:',
  'AI_InvalidResponseDataError',
  'AI_NoObjectGeneratedError',
  'OutputParserException',
  'OUTPUT_PARSING_FAILURE',
  'error decoding response body',
  'Invalid JSON response',
  'ZlibError',
  'incorrect header check',
  'ContentDecodingError',
  'DecodingError',
  'Failed to parse tool call arguments',
  'InvalidToolInputError',
  'failed to deserialize',
  'Error parsing JSON',
  'with malformed JSON arguments',
  'AdapterParseError',
  'failed to parse the LM response',
  'no parseable response',
  'JSON Parse error',
  'HPE_INVALID_',
  'Response does not match the HTTP/1.1 protocol',
] as const;
const request = [
  'request body is not valid json',
  'requestbodyisnotvalidjson',
  'could not parse the request body',
  'invalid request body',
  'failed to deserialize the json body into the target type',
];

const mcpTransport = /\b(?:processReadBuffer|StdioServerTransport|StdioClientTransport|\.readMessage \()/;

type Kind = 'tool-input' | 'stream' | 'compression' | 'protocol' | 'shape' | 'body';

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['compression', /zlib|incorrect header check|brotli|ContentDecodingError|decompress/i],
  ['protocol', /HPE_INVALID_|HTTP\/1\.1 protocol/],
  ['tool-input', /tool parameter JSON|tool call arguments|InvalidToolInput|partial_json|input_json/i],
  [
    'shape',
    /structured output|expected schema|TypeValidation|NoObjectGenerated|OutputParser|OUTPUT_PARSING|ValidationError/i,
  ],
  ['stream', /From chunk|parse message into JSON|\bdata:|event:|SSE|stream/i],
];
const why: Readonly<Record<Kind, string>> = {
  'tool-input':
    'The arguments of a streamed tool call are not whole JSON. A model can be cut off in the middle of them (`max_tokens`), and fine-grained streaming passes them on unchecked.',
  stream:
    'A piece of the event stream is not the JSON that stands there in full. Something in between cut, merged or rewrote lines of the stream, or the connection broke in the middle of one.',
  compression:
    'The body says that it is compressed in a way that it is not, or was unpacked twice. A proxy on the way changed the body or its `content-encoding`.',
  protocol:
    'What came back is not HTTP/1.1: the port belongs to a server of another protocol (TLS, HTTP/2, a proxy of another kind), or something on the way garbles the answer.',
  shape: 'The answer is whole, but does not have the shape that the code demands of it.',
  body: 'What came back is not the JSON of the API: it is empty, cut off, or comes from something in between.',
};

/** An answer came, and the program could not read it. */
export const responseUnparsable = defineCause<Kind>({
  id: 'response-unparsable',
  title: 'The answer could not be read',
  locus: 'client',
  retry: () => ({
    kind: 'maybe',
    because:
      'A model writes another text and a broken line may not break again; a proxy that rewrites answers does it each time.',
  }),
  signs: [
    ...ours,
    ...saying(likely, { certainty: 'likely', unless: request }),
    {
      says: ['cannot unmarshal', 'into Go struct field'],
      pattern: /struct field \w{0,40}(?:Response|Message|Event|Delta)\w{0,20}\./,
      shared: true,
      certainty: 'likely',
    },
    {
      says: 'errors.pydantic.dev',
      pattern: /\bvalidation errors? for \w/,
      unless: ['validation error for ChatAnthropic', 'validation error for Anthropic', 'api_key', ...request],
      shared: true,
      certainty: 'likely',
    },
    { says: ['Exceeded maximum retries', 'validation'], shared: true, certainty: 'likely' },
    {
      says: 'at line 1 column',
      pattern: /\bexpected (?:ident|value|`[^`]{1,3}`|[\w ,]{1,30}) at line 1 column \d/,
      unless: request,
      shared: true,
      certainty: 'likely',
    },
    {
      says: 'invalid character',
      pattern: /invalid character .{1,12} (?:looking for|in (?:literal|string|numeric|\\u|exponent)|after )/,
      unless: request,
      shared: true,
      certainty: 'likely',
    },
    {
      says: 'Unexpected token',
      pattern: /Unexpected token .{1,12}(?: in JSON|, )/,
      unless: request,
      shared: true,
      certainty: 'likely',
    },
  ],
  retold: [
    'could not parse JSON',
    'could not parse the response',
    'could not parse the JSON',
    'failed to parse JSON',
    'failed to parse the response',
    'failed to parse response',
    'invalid JSON returned',
    'returned invalid JSON',
    'returned malformed JSON',
    'malformed JSON returned',
    '无法解析',
    '解析失败',
    'JSON解析错误',
  ],
  recognize: ({ reading, response }, { sign, quote }) => {
    // An MCP server that prints more than its protocol spoils the talk between it and its host, and no answer of the API.
    if (mcpTransport.test(reading?.flat ?? '')) return undefined;
    // A JSON complaint inside the API's own refusal is about the request.
    if (response?.errorType === 'invalid_request_error' || response?.errorType === 'ValidationException')
      return undefined;
    const flat = reading?.flat ?? '';
    return {
      certainty: sign.certainty ?? 'proven',
      because: [quote],
      details: kinds.find(([, mark]) => mark.test(flat))?.[0] ?? 'body',
    };
  },
  explain: (kind) =>
    `The call was answered, and the program could not make sense of the answer. ${why[kind ?? 'body']}`,
  remedies: (kind) => [
    ...(kind === 'tool-input' || kind === undefined
      ? [
          {
            action:
              'Look at `stop_reason` before using tool input; at `max_tokens` raise it and send again, and answer unreadable input with a `tool_result` that has `is_error: true`.',
          },
        ]
      : []),
    ...(kind === 'shape'
      ? [
          {
            action: 'Have the API itself hold to the schema.',
            run: "output_config: { format: { type: 'json_schema', schema } }",
          },
        ]
      : []),
    ...(kind === 'compression'
      ? [
          {
            action: 'Ask for an uncompressed answer to confirm it, then correct the proxy.',
            run: "new Anthropic({ defaultHeaders: { 'accept-encoding': 'identity' } })",
          },
        ]
      : []),
    {
      action: 'Look at the raw answer: status, `content-type`, `request-id` and the first bytes of the body.',
      run: 'const { data, response } = await client.messages.create({ ... }).withResponse();   # Python: client.messages.with_raw_response.create(...)',
    },
    {
      action: 'Call the API without the gateway or proxy; if it can be read then, the thing in between changes it.',
      run: 'unset ANTHROPIC_BASE_URL HTTPS_PROXY',
    },
    { action: 'Update the SDK, which reads streams more tolerantly and reports better in newer versions.' },
  ],
  docs: pages.streaming,
  consequenceOf: ['*'],
});
