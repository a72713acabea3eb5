import type { HeaderList, Incident, IncidentBody } from '../core/incident.ts';

/** Header fields of the connection, which a tool sets by itself. */
const ownedByTools =
  /^(?:host|connection|keep-alive|content-length|transfer-encoding|accept-encoding|content-encoding|expect|te|trailer)$/i;
const credential = /^(?:x-api-key|authorization)$/i;

/** The request as a curl command that can be run once the variable holds a key. */
export function incidentCurl({ request, upstream }: Incident): string {
  const { method, path, headers, body } = request;
  const parts = [
    `curl ${shellWord(upstream + path)}`,
    `--request ${shellWord(method)}`,
    ...headers.flatMap(([name, value]) => {
      if (ownedByTools.test(name)) return [];
      if (!credential.test(name)) return [`--header ${shellWord(`${name}: ${value}`)}`];
      return [`--header "${name}: ${/^auth/i.test(name) ? 'Bearer $ANTHROPIC_AUTH_TOKEN' : '$ANTHROPIC_API_KEY'}"`];
    }),
    ...bodyArgument(body),
  ];
  return `${missingBody(body)}${parts.join(' \\\n  ')}\n`;
}

/** The body where it is whole; a part of one would be another request. */
function bodyArgument({ bytes, text, isCut }: IncidentBody): readonly string[] {
  if (bytes === 0) return [];
  return text === undefined || isCut === true ? ['--data-binary @request.json'] : [`--data-raw ${shellWord(text)}`];
}

function missingBody({ bytes, text, isCut }: IncidentBody): string {
  if (bytes === 0 || (text !== undefined && isCut !== true)) return '';
  const why = text === undefined ? 'was not kept' : 'was too large to be kept whole';
  return `# The body (${bytes} bytes) ${why}: put it into request.json.\n`;
}

/** Request and answer as they would be read from the wire. */
export function incidentHttp({ request, upstream, response, ending }: Incident): string {
  const { host } = new URL(upstream);
  const asked = [
    `${request.method} ${request.path} HTTP/1.1`,
    ...lines(request.headers.map(([name, value]) => [name, /^host$/i.test(name) ? host : value])),
    '',
    bodyWords(request.body),
  ];
  const answered = response
    ? [
        '',
        `HTTP/1.1 ${response.status} ${response.statusText}`.trim(),
        ...lines(response.headers),
        '',
        bodyWords(response.body),
      ]
    : [];
  return `${[...asked, ...answered, ...(ending === undefined ? [] : ['', `# ${ending.replaceAll('\n', '\n# ')}`])].join('\n')}\n`;
}

/** A HAR with one entry; `onlyRequest` leaves the answer out. */
export function incidentHar(incident: Incident, creatorVersion: string, onlyRequest = false): object {
  const { request, response, upstream, timing, at, ending } = incident;
  const entry = {
    startedDateTime: at,
    time: timing.endMs,
    request: {
      method: request.method,
      url: upstream + request.path,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(request.headers),
      queryString: [],
      ...(request.body.text === undefined
        ? {}
        : {
            postData: {
              mimeType: headerOf(request.headers, 'content-type'),
              text: request.body.text,
              ...cutRemark(request.body),
            },
          }),
      headersSize: -1,
      bodySize: request.body.bytes,
    },
    response: {
      status: response?.status ?? 0,
      statusText: response?.statusText ?? '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(response?.headers ?? []),
      content: {
        size: response?.body.bytes ?? 0,
        mimeType: headerOf(response?.headers ?? [], 'content-type'),
        ...(response?.body.text === undefined || onlyRequest
          ? {}
          : { text: response.body.text, ...cutRemark(response.body) }),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: response?.body.bytes ?? -1,
      ...(ending === undefined ? {} : { _error: ending }),
    },
    cache: {},
    timings: {
      dns: timing.dnsMs ?? -1,
      connect: step(timing.dnsMs ?? 0, timing.connectMs),
      ssl: step(timing.tunnelMs ?? timing.connectMs, timing.tlsMs),
      send: timing.sentMs ?? 0,
      wait: step(timing.sentMs, timing.firstByteMs),
      receive: step(timing.firstByteMs, timing.endMs),
    },
  };
  return { log: { version: '1.2', creator: { name: 'faultline', version: creatorVersion }, entries: [entry] } };
}

function cutRemark({ isCut }: IncidentBody): { readonly comment?: string } {
  return isCut === true ? { comment: 'Only a part of it was kept.' } : {};
}

function lines(headers: HeaderList): readonly string[] {
  return headers.map(([name, value]) => `${name}: ${value}`);
}

function pairs(headers: HeaderList): readonly object[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function headerOf(headers: HeaderList, name: string): string {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? '';
}

function bodyWords({ bytes, text, isCut }: IncidentBody): string {
  if (text === undefined) return bytes === 0 ? '' : `(${bytes} bytes, not kept)`;
  return isCut === true ? `${text}\n(cut; ${bytes} bytes in all)` : text;
}

/** One word for a POSIX shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The length of a step that ends at `to`; -1 where it did not happen, as a HAR has it. */
function step(from: number | undefined, to: number | undefined): number {
  return from === undefined || to === undefined ? -1 : Math.max(0, Math.round((to - from) * 10) / 10);
}
