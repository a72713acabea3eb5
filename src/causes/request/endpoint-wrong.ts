import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { captured, recognizedOfClaude } from '../details.ts';

interface Address {
  readonly url: string | undefined;
  readonly fault: 'doubled' | 'without-version' | 'openai' | 'google' | 'method' | 'unknown';
}

const url = /(https?:\/\/[^\s"'`<>\\),]+)/;
const withoutVersion = /api\.anthropic\.com\/{1,2}(?!v1\b|api\/|docs|\.\.\.)[a-z_]+/;

/** The call went to a path or a method that the endpoint does not have. */
export const endpointWrong = defineCause<Address>({
  id: 'endpoint-wrong',
  title: 'The call went to a path that does not exist',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: '/v1/v1/messages' },
    { says: '/v1/messages/v1/messages' },
    { says: '/v1/messages/messages' },
    { says: '/v1/messages/chat/completions' },
    { says: 'publishers/google/models/claude' },
    { type: 'not_found_error', says: 'message: not found}' },
    { type: 'not_found_error', says: 'message: not found,' },
    { type: 'not_found_error', says: 'message => not found' },
    { says: 'not found [not_found_error]' },
    { says: ['not found', 'api.anthropic.com/'], pattern: withoutVersion },
    { says: '<title>not found \\ anthropic' },
    { status: 404, says: ['<!doctype html', 'anthropic'], certainty: 'likely' },
    { says: '404 404 page not found' },
    { says: ['is not supported on this api', 'please use the messages api instead'] },
    { says: 'requested api is currently not supported' },
    { says: 'api_not_supported', certainty: 'likely' },
    { says: ['invalid url (post', '/messages'] },
    { says: 'invalid url (post', certainty: 'likely', shared: true },
    { says: ['cannot post /', 'messages'], certainty: 'likely' },
    { says: 'cannot post /v1/', certainty: 'likely' },
    { says: ['method not allowed', 'messages'], certainty: 'likely' },
    { says: 'method not allowed', status: 405, certainty: 'likely', shared: true },
    { says: 'no route matched with those values', certainty: 'possible', shared: true },
    { says: ['the requested url', 'was not found on this server'], certainty: 'likely', shared: true },
    { says: ['/anthropic/messages', 'not found'], certainty: 'likely' },
    { says: ['unknown request url', 'post /'], certainty: 'likely', shared: true },
    { says: 'please check the url for typos', certainty: 'likely', shared: true },
    { says: ['404 page not found', 'messages'], certainty: 'likely' },
    { says: ['{detail:not found}', 'messages'], certainty: 'likely' },
    { says: 'unknownoperationexception', certainty: 'likely' },
    { says: ['resource not found', '404'], type: ['404'], certainty: 'possible' },
    { status: 404, says: 'status code (no body)', certainty: 'likely', shared: true },
    { status: 404, says: '/v1/messages', certainty: 'possible', shared: true },
    { status: 404, says: '404 not found', certainty: 'possible', shared: true },
    { status: 404, says: 'api.anthropic.com', certainty: 'possible', shared: true },
    { says: ['api error: 404', 'not found'], unless: 'model:', certainty: 'possible', shared: true },
    { status: 405, says: '/v1/messages', certainty: 'likely', shared: true },
    { status: [404, 405], certainty: 'possible', shared: true },
  ],
  recognize: (evidence, hit) => {
    const address = captured(evidence, url)?.replace(/[.;]$/, '');
    return recognizedOfClaude(evidence, hit, {
      url: isDocumentation(address) ? undefined : address,
      fault: faultOf(evidence.reading?.flat ?? ''),
    });
  },
  explain: (address, { gateway }) => {
    const went = address?.url === undefined ? 'The call' : `The call to \`${address.url}\``;
    switch (address?.fault) {
      case 'doubled':
        return `${went} names the path twice: the base URL holds a part that the client appends itself. The SDKs add \`/v1/messages\` to the base URL, so it must end before that.`;
      case 'without-version':
        return `${went} lacks \`/v1\`: this client appends only \`/messages\` to its base URL, while the API lives at \`https://api.anthropic.com/v1/messages\`.`;
      case 'openai':
        return `${went} uses the path of another API. The Messages API is \`POST /v1/messages\`; a client that writes \`/chat/completions\` speaks the OpenAI format and needs the compatible endpoint or a gateway that translates.`;
      case 'google':
        return `${went} asks Google Cloud for Claude among Google's own models (\`publishers/google\`). Claude is at \`publishers/anthropic\`, and is called with \`rawPredict\` or \`streamRawPredict\`, not with \`generateContent\`.`;
      case 'method':
        return `${went} was made with a method that the path does not take. The Messages API takes \`POST\`; a redirect from http to https, or from one host to another, turns a POST into a GET.`;
      default:
        return `${went} reached ${gateway ?? 'a server'} that has nothing at that path. With the Claude API a message goes by \`POST\` to \`/v1/messages\`; a base URL with \`/v1\` too many or too few is the usual reason.`;
    }
  },
  remedies: (address) => [
    address?.fault === 'google'
      ? {
          action:
            "Use the Vertex client of Anthropic's SDK, or a provider of your framework made for Claude on Vertex.",
          run: "import { AnthropicVertex } from '@anthropic-ai/vertex-sdk'",
        }
      : address?.fault === 'without-version'
        ? { action: 'Add `/v1` to the base URL of this client.', run: 'https://api.anthropic.com/v1' }
        : {
            action:
              "Set the base URL without path for Anthropic's SDKs and Claude Code, and with `/v1` for clients that append `/messages` only.",
            run: 'export ANTHROPIC_BASE_URL=https://api.anthropic.com',
          },
    {
      action: 'See which address is really called, and try it by hand.',
      run: 'curl -si https://api.anthropic.com/v1/messages -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01" -H "content-type: application/json" -d \'{"model":"claude-haiku-4-5","max_tokens":1,"messages":[{"role":"user","content":"hi"}]}\'',
    },
    { action: 'Behind a gateway, take the path from its manual: some serve the Messages API below `/anthropic`.' },
  ],
  docs: pages.overview,
  settledBy: [
    { from: 'model-not-found', test: 'Read the body of the 404: `model: ...` names the model, `Not Found` the path.' },
  ],
});

function isDocumentation(address: string | undefined): boolean {
  return address !== undefined && /\/docs?\b|docs\.|documentation/.test(address);
}

function faultOf(flat: string): Address['fault'] {
  if (/\/v1\/v1\/|\/v1\/messages\/(?:v1|messages)/.test(flat)) return 'doubled';
  if (/publishers\/google\/models\/claude/.test(flat)) return 'google';
  if (/chat\/completions|api_not_supported|Requested API is currently not supported/.test(flat)) return 'openai';
  if (withoutVersion.test(flat)) return 'without-version';
  return /\b405\b|method not allowed/i.test(flat) ? 'method' : 'unknown';
}
