/**
 * What the required members of requests are for, each as the rest of a sentence that begins with its name (API
 * reference, 2026-11-22).
 */
export const memberMeanings: Readonly<Record<string, string>> = {
  budget_tokens: 'is how many tokens the model may think',
  content: 'is what is said: a string or a list of blocks',
  custom_id: 'is the name under which the answer to this entry comes back',
  data: 'is the content itself',
  id: 'is what the answer to the call refers to',
  input: 'is what the tool is called with: an object',
  input_schema: 'is the JSON Schema of the input of the tool',
  max_tokens: 'is the most tokens that the answer may have',
  media_type: 'says what format the data has',
  messages: 'is the conversation so far',
  model: 'is the id of the model that is to answer',
  name: 'is what the model or the request calls it by',
  params: 'is the request itself, as `/v1/messages` takes it',
  requests: 'is the list of entries of the batch',
  role: 'says who speaks: `user` or `assistant`',
  schema: 'is the JSON Schema that the answer keeps to',
  signature: 'is the seal with which the API recognizes its own thinking',
  source: 'says where the content is: data, a URL or a file',
  text: 'is the text itself',
  thinking: 'is the thinking as the API returned it',
  tool_use_id: 'is the id of the call that this answers',
  type: 'says what kind of object it is',
  url: 'is the address that the content is fetched from',
};
