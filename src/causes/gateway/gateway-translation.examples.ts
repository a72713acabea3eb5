import type { CauseExamples } from '../examples.ts';

/** Reports of a call that was translated wrongly, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"error":{"message":"Incompatible tool choice param submitted - {\'type\': \'none\'}","type":"None","param":"None","code":"500"}}',
    },
    {
      text: "litellm.UnsupportedParamsError: anthropic does not support parameters: ['logit_bias'], for model=claude-sonnet-5. To drop these, set `litellm.drop_params=True`",
    },
    {
      text: '{"error":{"message":"Missing corresponding tool call for tool response message. Received - message={\'role\': \'tool\'}","type":null,"code":"500"}} litellm anthropic',
    },
    {
      text: 'API Error: 500 {"error":{"code":"convert_request_failed","message":"not implemented","type":"new_api_error"}} (request id: 20260311081523123456789abcdefgh)',
    },
    {
      text: "API Error: Cannot read properties of undefined (reading 'input_tokens') · Claude Code",
      certainty: 'likely',
    },
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request","message":"..Tools: ReadArray: expects [ or n, but found {, error found in #10 byte of ...|\\"tools\\":{}|..., bigger context ...|x|..."}}',
      certainty: 'likely',
    },
    {
      text: 'litellm.BadRequestError: LLM Provider NOT provided. Pass in the LLM provider you are trying to call. You passed model=claude-haiku-4-5',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: "litellm.UnsupportedParamsError: groq does not support parameters: ['thinking'], for model=llama-3.3-70b-versatile",
      cause: 'none',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"tools.0.custom.name: String should match pattern \'^[a-zA-Z0-9_-]{1,128}$\'"}}',
      cause: 'tool-name-invalid',
    },
    {
      text: 'litellm.InternalServerError: AnthropicException - {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
      cause: 'overloaded',
    },
  ],
};
