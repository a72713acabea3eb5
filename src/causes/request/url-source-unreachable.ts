import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, recognizedOfClaude } from '../details.ts';

interface Fetch {
  readonly fault: 'robots' | 'scheme' | 'download';
}

/** The API could not fetch an image or a document from its URL. */
export const urlSourceUnreachable = defineCause<Fetch>({
  id: 'url-source-unreachable',
  title: 'The API could not fetch an image or document URL',
  locus: 'request',
  retry: () => ({
    kind: 'no',
    because: 'A site that refuses the API once refuses it again; sending the file itself does not depend on it.',
  }),
  signs: [
    { says: 'unable to download the file. please verify the url' },
    { says: 'unable to download the file' },
    { says: ['url is disallowed by', 'robots.txt'] },
    { says: "disallowed by the website's robots.txt file" },
    { says: 'only https urls are supported', type: 'invalid_request_error' },
    { says: 'only https urls are supported', certainty: 'likely', shared: true },
    { says: ['robots.txt', 'url', 'disallowed'], certainty: 'likely' },
    {
      says: ['failed to download', 'image', 'url'],
      type: ['invalid_request_error', 'INVALID_ARGUMENT'],
      certainty: 'likely',
    },
    { says: ['unable to fetch', 'url'], type: 'invalid_request_error', certainty: 'likely' },
    { says: ['source.url', 'input should be a valid url'], certainty: 'likely' },
    { says: 'url sources are not supported', certainty: 'possible' },
    { type: badRequest, says: ['failed to fetch', 'url'], certainty: 'likely' },
    { type: badRequest, says: ['url', 'downloaded'], certainty: 'likely' },
    { type: badRequest, says: ['url', 'could not be fetched'], certainty: 'likely' },
  ],
  recognize: (evidence, hit) =>
    recognizedOfClaude(evidence, hit, { fault: faultOf(captured(evidence, /(robots\.txt|only\s+https)/i)) }),
  explain: (fetch) => {
    if (fetch?.fault === 'robots')
      return 'The API fetches image and document URLs itself, and the `robots.txt` of this site forbids it. The API obeys that file, so the URL cannot be used as a source however public it is.';
    if (fetch?.fault === 'scheme')
      return 'The API fetches image and document URLs itself, and only over `https`. This request names a URL with another scheme.';
    return "The API fetches image and document URLs itself, from Anthropic's network, and this one did not answer with the file. The address may be private, expired (signed links), behind a login or a bot check, or slow; that it opens in your browser proves nothing.";
  },
  remedies: () => [
    {
      action: 'Download the file yourself and send it as base64.',
      run: '{ "type": "image", "source": { "type": "base64", "media_type": "image/png", "data": "..." } }',
    },
    { action: 'Or upload it once with the Files API and send its `file_id`.' },
    {
      action: 'See what a stranger gets from the URL: it must be a 200 with the file itself, not a page.',
      run: 'curl -sSIL "https://..."',
    },
  ],
  docs: pages.vision,
});

function faultOf(mark: string | undefined): Fetch['fault'] {
  if (mark === undefined) return 'download';
  return mark === 'robots.txt' ? 'robots' : 'scheme';
}
