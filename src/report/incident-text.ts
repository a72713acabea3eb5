import type { Incident, IncidentAttempt } from '../core/incident.ts';
import { hang } from './layout.ts';
import { verdictText, type TextStyle } from './verdict-text.ts';
import { visible } from './visible.ts';
import { duration, exactDuration } from './words.ts';

const label = (text: string): string => `  ${text.padEnd(11)}`;

/** An incident on a screen: the verdict, then what is known of the call. */
export function incidentText(incident: Incident, style: TextStyle): string {
  const { paint, width } = style;
  const { request, response, upstream, timing, attempts, observations, caller } = incident;
  const row = (name: string, text: string | undefined): readonly string[] =>
    text === undefined || text === '' ? [] : hang(label(name), visible(text), width);
  const lines = [
    ...hang('', paint.strong(`${incident.id} · ${incident.at}`), width),
    ...row('Call', `${request.method} ${upstream}${request.path}`),
    ...row('Answer', response ? `${response.status} ${response.statusText}, ${size(response.body.bytes)}` : 'none'),
    ...row('Ending', incident.ending),
    ...row('Request', shapeWords(incident)),
    ...row('Caller', Object.values(caller).join(' ')),
    ...row('Time', timingWords(incident)),
    ...(timing.isConnectionReused ? row('', 'The connection had been used before.') : []),
    ...observations.flatMap((one) => row('Seen', one)),
    ...(attempts.length > 1 ? attempts.flatMap((one, at) => row(`Try ${at + 1}`, attemptWords(one))) : []),
  ];
  return `${verdictText(incident.verdict, style)}\n${lines.join('\n')}\n`;
}

function shapeWords({ request: { shape, body } }: Incident): string {
  const blocks = Object.entries(shape.blocks ?? {}).map(([type, count]) => `${count} ${type}`);
  return [
    ...(shape.model === undefined ? [] : [shape.model]),
    ...(shape.isStreaming === true ? ['streaming'] : []),
    ...(shape.messages === undefined ? [] : [`${shape.messages} messages`]),
    ...(blocks.length > 0 ? [`blocks: ${blocks.join(', ')}`] : []),
    ...(shape.tools === undefined ? [] : [`${shape.tools} tools`]),
    size(body.bytes),
  ].join(' · ');
}

function timingWords({ timing }: Incident): string {
  const steps: readonly (readonly [string, number | undefined])[] = [
    ['name', timing.dnsMs],
    ['connected', timing.connectMs],
    ['tunnel', timing.tunnelMs],
    ['TLS', timing.tlsMs],
    ['sent', timing.sentMs],
    ['first byte', timing.firstByteMs],
    ['end', timing.endMs],
  ];
  const told = steps.flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${exactDuration(ms)}`]));
  const silence = timing.longestSilenceMs ?? 0;
  return [...told, ...(silence >= 1000 ? [`longest silence ${duration(silence)}`] : [])].join(' · ');
}

function attemptWords({ at, retry, status, requestId, waitedMs, tookMs }: IncidentAttempt): string {
  return [
    at,
    status === undefined ? 'no answer' : String(status),
    `took ${exactDuration(tookMs)}`,
    ...(waitedMs === undefined ? [] : [`waited ${exactDuration(waitedMs)} before`]),
    ...(retry === undefined ? [] : [retry === 0 ? "the client's first" : `the client's retry ${retry}`]),
    ...(requestId === undefined ? [] : [requestId]),
  ].join(' · ');
}

function size(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
