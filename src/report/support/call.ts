import type { HeaderList, Incident } from '../../core/incident.ts';
import type { SupportReport } from '../../core/support-report.ts';

/** Rows of a table of facts; those without a value are left out. */
export function rowsOf(
  rows: readonly (readonly [name: string, value: string | number | undefined])[],
): readonly (readonly [string, string])[] {
  return rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)] as const]));
}

/** The value of a header, where it was sent and says something. */
export function headerIn(headers: HeaderList, name: string): string | undefined {
  const value = headers.find(([one]) => one.toLowerCase() === name)?.[1];
  return value === undefined || value.startsWith('[redacted') ? undefined : value;
}

/** The id under which the service knows the call. */
export function requestIdOf({ verdict, response, attempts }: Incident): string | undefined {
  return (
    verdict.facts.requestId ??
    headerIn(response?.headers ?? [], 'request-id') ??
    headerIn(response?.headers ?? [], 'x-amzn-requestid') ??
    attempts.at(-1)?.requestId
  );
}

/** The organization, as the answer or a live check names it. */
export function organizationOf({ incident, examination }: SupportReport): string | undefined {
  return headerIn(incident.response?.headers ?? [], 'anthropic-organization-id') ?? examination?.organizationId;
}

const featureNames: readonly (readonly [member: string, name: string])[] = [
  ['thinking', 'thinking'],
  ['output_config', 'output configuration'],
  ['output_format', 'structured outputs'],
  ['mcp_servers', 'MCP connector'],
  ['container', 'container'],
  ['context_management', 'context management'],
  ['compaction', 'compaction'],
  ['service_tier', 'service tier'],
  ['speed', 'speed'],
];
const endpoints: readonly (readonly [RegExp, string])[] = [
  [/\/messages\/count_tokens/, 'token counting'],
  [/\/messages\/batches/, 'Message Batches'],
  [/\/messages/, 'Messages'],
  [/\/models/, 'Models'],
  [/\/files/, 'Files'],
];

/** What of the API the call used, in words. */
export function featuresOf({ request: { path, shape } }: Incident): string {
  const { isStreaming, tools, blocks = {}, members = [] } = shape;
  const kinds = Object.keys(blocks).filter((type) => type !== 'text');
  return [
    endpoints.find(([form]) => form.test(path))?.[1] ?? path.replace(/\?.*/, ''),
    ...(isStreaming === true ? ['streaming'] : []),
    ...(tools === undefined || tools === 0 ? [] : [`${tools} ${tools === 1 ? 'tool' : 'tools'}`]),
    ...featureNames.flatMap(([member, name]) => (members.includes(member) ? [name] : [])),
    ...(kinds.length === 0 ? [] : [`blocks of the types ${kinds.map((kind) => `\`${kind}\``).join(', ')}`]),
  ].join(', ');
}
