import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The runtime lacks web functions that the SDK is built on. */
export const fetchMissing = defineCause<string>({
  id: 'fetch-missing',
  refines: 'sdk-dependency-conflict',
  title: 'The runtime lacks what the SDK is built on',
  locus: 'client',
  retry: () => ({ kind: 'no', because: 'The runtime lacks it at every attempt.' }),
  signs: [
    { says: '`fetch` is not defined as a global', shared: true },
    { says: '`ReadableStream` is not defined as a global', shared: true },
    { says: ['anthropic', 'fetch is not defined'] },
    { says: ['anthropic', 'Headers is not defined'] },
    { says: ['anthropic', 'ReadableStream is not defined'] },
    { says: ['anthropic', 'FormData is not defined'] },
    { says: ['anthropic', 'File is not defined'] },
    { says: ['anthropic', 'Blob is not defined'] },
    { says: ['anthropic', 'crypto is not defined'] },
    { says: ['anthropic', 'structuredClone is not defined'] },
    { says: ['anthropic', 'must import @anthropic-ai/sdk/shims'] },
  ],
  recognize: ({ reading }, { quote }) => ({
    certainty: 'proven',
    because: [quote],
    details:
      /[`'"]?\b(fetch|ReadableStream|Headers|FormData|File|Blob|crypto|structuredClone)\b[`'"]? is not defined/.exec(
        reading?.flat ?? '',
      )?.[1] ?? 'fetch',
  }),
  explain: (name) =>
    `The SDK uses \`${name ?? 'fetch'}\`, which this runtime does not offer as a global: Node before version 20, a test environment such as jsdom, or an embedded JavaScript engine.`,
  remedies: () => [
    { action: 'Run a current Node.', run: 'node --version   # 20 or newer' },
    { action: 'In Jest, use the environment of Node for these tests.', run: '/** @jest-environment node */' },
    { action: 'Elsewhere, give the client a `fetch`.', run: 'new Anthropic({ fetch: myFetch })' },
  ],
  docs: pages.typescriptSdk,
});
