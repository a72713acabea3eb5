import { saysOne } from '../../core/says-one.ts';

/** Response headers worth keeping: what the API, its edge, the clouds and proxies identify themselves and their limits by. */
const names =
  'anthropic-(?:ratelimit|priority|fast)-[a-z-]+|anthropic-organization-id|anthropic-workspace-id|retry-after(?:-ms)?|x-should-retry|request-id|x-amzn-requestid|x-amzn-errortype|apim-request-id|x-cloud-trace-context|cf-ray|cf-mitigated|server|via|content-type|content-length|proxy-authenticate|proxy-status|x-deny-reason|www-authenticate|location|date|x-envoy-upstream-service-time|x-squid-error|x-cache';
const header = new RegExp(
  String.raw`(?:^|[\s"'{,<>;(])(${names})["']?[ \t]*[:=](?:[ \t]*|\s*(?=["']))["'\[]{0,2}([^\n"'\]]{1,300})`,
  'gim',
);
/** These are ordinary words; they count as headers only beside an unmistakable one. */
const ordinary = new Set(['server', 'via', 'location', 'date']);

/** Parts of the other names: a text without any of them shows no header, and is spared the long pattern. */
const marks = [
  'anthropic-',
  'retry-after',
  'request-id',
  'requestid',
  'x-sh',
  'x-amzn',
  'x-cl',
  'x-deny',
  'x-env',
  'x-sq',
  'x-ca',
  'cf-',
  'content-',
  'proxy-',
  '-auth',
];

/** The response headers that a text shows, by lower-case name; the first of each counts. */
export function headersOf(flat: string): Readonly<Record<string, string>> | undefined {
  const lower = flat.toLowerCase();
  if (!saysOne(lower, marks)) return undefined;
  const found = new Map<string, string>();
  let certain = false;
  for (const match of flat.matchAll(header)) {
    const name = match[1]?.toLowerCase();
    const value = match[2]?.replace(/[,}]\s*$/, '').trim();
    if (name === undefined || !value || found.has(name)) continue;
    found.set(name, value);
    certain ||= !ordinary.has(name);
  }
  return certain ? Object.fromEntries(found) : undefined;
}
