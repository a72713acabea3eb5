import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { certaintyOf, saying } from '../connection.ts';

/** A web page, or another foreign body, came where the API's JSON or event stream was expected. */
export const responseNotJson = defineCause<string | undefined>({
  id: 'response-not-json',
  refines: 'response-unparsable',
  title: 'A web page came in place of the answer',
  locus: 'client',
  retry: () => ({
    kind: 'maybe',
    because: 'An error page of a gateway passes; a wrong base URL or a block page stays.',
  }),
  signs: [
    ...saying([
      'Unexpected token < in JSON',
      "Unexpected token '<'",
      '"<!DOCTYPE "... is not valid JSON',
      '<html> is not valid JSON',
      "invalid character '<' looking for beginning of value",
      "'<' is an invalid start of a value",
      'Unrecognized token <',
      "unexpected character '<'",
      "JSON Parse error: Unrecognized token '<'",
      'Received HTML response instead of JSON',
      'received HTML instead of JSON',
      'not a valid SSE stream',
      'expected text/event-stream',
      'Invalid content type: text/html',
      'unexpected content type text/html',
    ]),
    { says: ['JSONDecodeError', '<html'], shared: true, certainty: 'likely' },
    { says: ['Expecting value: line 1 column 1 (char 0)', '<!doctype'], shared: true, certainty: 'likely' },
  ],
  retold: ['HTML instead of JSON', 'returned HTML', 'got HTML'],
  recognize: (evidence, { sign, quote }) => ({
    certainty: certaintyOf(evidence, sign),
    because: [quote],
    details: /<title>\s{0,20}([^<]{1,120}?)\s{0,20}<\/title>/i.exec(evidence.reading?.flat ?? '')?.[1],
  }),
  explain: (title) =>
    `The program expected JSON or an event stream and got a web page${title === undefined ? '' : ` with the title "${title}"`}. The API does not send web pages: the base URL points to a website or to the wrong path of a gateway, or a proxy, login page or filter answered in its place.`,
  remedies: () => [
    {
      action: 'Look at what answers there.',
      run: 'curl -sS -i "${ANTHROPIC_BASE_URL:-https://api.anthropic.com}/v1/messages" | head -20',
    },
    {
      action:
        'Correct the base URL: it is the root before `/v1`, without `/v1/messages` and without the path of a console.',
      run: 'export ANTHROPIC_BASE_URL=https://api.anthropic.com',
    },
    { action: 'If the page is a login or block page, see to the network first.' },
  ],
  docs: pages.llmGateway,
  consequenceOf: [
    'firewall-blocked',
    'captive-portal',
    'service-unavailable',
    'cloudflare-origin-error',
    'gateway-timeout',
    'endpoint-wrong',
  ],
});
