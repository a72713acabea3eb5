import type { CauseExamples } from '../examples.ts';

/** Reports of an answer that could not be read, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Error: HttpError: error decoding response body: missing field `usage` at line 1 column 312 (anthropic client)',
      certainty: 'likely',
    },
    {
      text: 'pydantic_ai.exceptions.UnexpectedModelBehavior: Exceeded maximum retries (1) for output validation  (anthropic:claude-sonnet-4-5)',
      certainty: 'likely',
    },
    { text: "claude: decode response: invalid character 'e' in literal true (expecting 'r')", certainty: 'likely' },
    {
      text: '{"name":"UnknownError","data":{"message":"Type validation failed: Value: null.\\nError message: [{\\"code\\":\\"invalid_union\\",\\"message\\":\\"Invalid input\\"}]"}}  (claude-sonnet-5 over a router)',
      certainty: 'likely',
    },
    {
      text: 'API Error: API returned an empty or malformed response (HTTP 200): a gateway answered in its place',
    },
    {
      text: 'Chat failed: no parseable response data came from Anthropic',
      certainty: 'likely',
    },
    {
      text: 'agent: claude-opus-4-6 completed a tool call with malformed JSON arguments, the turn is discarded',
      certainty: 'likely',
    },
    {
      text: `Could not parse message into JSON: {"type":"content_block_delta","index":0,"delta":{"type":"text_de
From chunk: [ 'event: content_block_delta' ]
SyntaxError: Unterminated string in JSON at position 63
    at AnthropicStream`,
    },
    {
      text: 'AnthropicError: Unable to parse tool parameter JSON from model. Please retry your request or adjust your prompt. Error: SyntaxError. JSON: {"path":"/tmp/a',
    },
    {
      text: `json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)
  File "site-packages/anthropic/_response.py", line 255, in _parse`,
      certainty: 'likely',
    },
    {
      text: `AI_JSONParseError: JSON parsing failed: Text: {"title": "Report
(anthropic.messages claude-haiku-4-5)`,
      certainty: 'likely',
    },
    {
      text: `APIConnectionError: Connection error.
  cause: HTTPParserError: Response does not match the HTTP/1.1 protocol (Expected HTTP/)
    code: 'HPE_INVALID_CONSTANT', host: api.anthropic.com`,
      certainty: 'likely',
    },
    { text: 'anthropic.APIResponseValidationError: Data returned by API invalid for expected schema.' },
    {
      text: `ChatAnthropic.with_structured_output failed
pydantic_core._pydantic_core.ValidationError: 1 validation error for Summary
items
  Input should be a valid list [type=list_type, input_value='[1', input_type=str]
    For further information visit https://errors.pydantic.dev/2.11/v/list_type`,
      certainty: 'likely',
    },
    { text: 'Failed to parse structured output: Error: [{"code":"invalid_type","path":["title"]}] (claude-sonnet-5)' },
    {
      text: 'Error: Decompression error: ZlibError fetching https://api.anthropic.com/v1/messages',
      certainty: 'likely',
    },
    {
      text: 'com.fasterxml.jackson.core.io.JsonEOFException: Unexpected end-of-input: expected close marker for Object\n	at dev.langchain4j.model.anthropic.AnthropicStreamingChatModel',
      certainty: 'likely',
    },
    {
      text: 'claude: json: cannot unmarshal array into Go struct field StreamEvent.delta of type string',
      certainty: 'likely',
    },
  ],
  spares: [
    { text: 'Claude says that the tool name contains invalid characters', cause: 'tool-name-invalid' },
    {
      text: `[my-mcp-server] Unexpected token 'S', "Server is "... is not valid JSON
    at JSON.parse (<anonymous>)
    at ReadBuffer.readMessage (/Applications/Claude.app/Contents/app.asar/index.js:1:1)
    at StdioClientTransport.processReadBuffer (/Applications/Claude.app/Contents/app.asar/index.js:1:9)`,
      cause: 'none',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The request body is not valid JSON: unexpected character: line 1 column 20 (char 19)"}}',
      cause: 'json-malformed',
    },
    {
      text: `SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON
    at @anthropic-ai/sdk`,
      cause: 'response-not-json',
    },
    {
      text: `{"type":"message","role":"assistant","content":[{"type":"text","text":"{\\"a\\": [1, 2"}],"model":"claude-sonnet-5","stop_reason":"max_tokens"}
SyntaxError: Unexpected end of JSON input`,
      cause: 'output-truncated',
    },
  ],
};
