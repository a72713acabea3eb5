import type { Incident, IncidentAttempt } from '../core/incident.ts';
import { duration, exactDuration } from './words.ts';

/** The shape of a request in one line. */
export function shapeWords({ request: { shape, body } }: Incident): string {
  const blocks = Object.entries(shape.blocks ?? {}).map(([type, count]) => `${count} ${type}`);
  return [
    ...(shape.model === undefined ? [] : [shape.model]),
    ...(shape.isStreaming === true ? ['streaming'] : []),
    ...(shape.messages === undefined ? [] : [counted(shape.messages, 'message')]),
    ...(blocks.length > 0 ? [`blocks: ${blocks.join(', ')}`] : []),
    ...(shape.tools === undefined ? [] : [counted(shape.tools, 'tool')]),
    sizeWords(body.bytes),
  ].join(' · ');
}

/** When each step of a call was over. */
export function timingWords({ timing }: Incident): string {
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

/** One try of a call. */
export function attemptWords({ at, retry, status, requestId, waitedMs, tookMs }: IncidentAttempt): string {
  return [
    at,
    status === undefined ? 'no answer' : String(status),
    `took ${exactDuration(tookMs)}`,
    ...(waitedMs === undefined ? [] : [`waited ${exactDuration(waitedMs)} before`]),
    ...(retry === undefined ? [] : [retry === 0 ? "the client's first" : `the client's retry ${retry}`]),
    ...(requestId === undefined ? [] : [requestId]),
  ].join(' · ');
}

/** A number of things. */
export function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

/** A number of bytes as a person says it. */
export function sizeWords(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
