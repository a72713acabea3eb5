import type { ServerResponse } from 'node:http';
import type { WireBreak } from '../../core/fault.ts';
import type { Clock } from '../clock.ts';
import type { Reply, StreamEvent } from '../reply.ts';

/** How long bytes are given to arrive before a reset overtakes them. */
const arrivalMs = 25;
const dripMs = 100;
const dripBytes = 48;
/** Events of a stream that is broken off which still arrive whole. */
const eventsBefore = 4;

/** Sends a reply, in the way in which its bytes are to go wrong. */
export function send(reply: Reply, response: ServerResponse, clock: Clock): void {
  if (reply.wire !== undefined) return sendBroken(reply, reply.wire, response, clock);
  if (reply.body.kind === 'events') {
    response.writeHead(reply.status, reply.headers);
    for (const event of reply.body.events) response.write(eventText(event));
    response.end();
    return;
  }
  const { text } = reply.body;
  response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

/** An event as it is written into a stream. */
export function eventText(event: StreamEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function textOf({ body }: Reply): string {
  return body.kind === 'text' ? body.text : body.events.map(eventText).join('');
}

/** The part of a body that arrives before it breaks off: some events, or half of a document. */
function beginningOf({ body }: Reply): string {
  if (body.kind === 'events')
    return body.events
      .slice(0, Math.min(eventsBefore, body.events.length - 2))
      .map(eventText)
      .join('');
  return body.text.slice(0, Math.floor(body.text.length / 2));
}

function sendBroken(reply: Reply, how: WireBreak, response: ServerResponse, clock: Clock): void {
  const { socket } = response;
  const begin = (): void => {
    const length = reply.body.kind === 'text' ? { 'content-length': Buffer.byteLength(reply.body.text) } : {};
    response.writeHead(reply.status, { ...reply.headers, ...length });
  };
  switch (how) {
    case 'reset-before-answer':
      socket?.resetAndDestroy();
      return;
    case 'close-before-answer':
      socket?.destroy();
      return;
    case 'silence-before-answer':
      return;
    case 'reset-inside-body':
      begin();
      response.write(beginningOf(reply), () => setTimeout(() => socket?.resetAndDestroy(), arrivalMs));
      return;
    case 'silence-inside-body':
      begin();
      response.write(beginningOf(reply));
      return;
    case 'end-between-events':
      return sendText(reply, beginningOf(reply), response);
    case 'end-inside-event':
      return sendText(
        reply,
        `${beginningOf(reply)}event: content_block_delta\ndata: {"type":"content_block_del`,
        response,
      );
    case 'garbled-event':
      return sendText(reply, garbled(reply), response);
    case 'garbled-tool-input':
      return sendText(reply, withBrokenInput(reply), response);
    case 'garbled-answer':
      socket?.end('\u0000\u0001 this is no HTTP \u0000\r\n\r\n');
      return;
    case 'empty-body':
      return sendText(reply, '', response);
    case 'wrong-content-type': {
      const type = reply.body.kind === 'events' ? 'application/json' : 'text/html; charset=utf-8';
      return sendText({ ...reply, headers: { ...reply.headers, 'content-type': type } }, textOf(reply), response);
    }
    case 'wrong-length':
      response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(textOf(reply)) + 1000 });
      response.write(textOf(reply), () => setTimeout(() => socket?.destroy(), arrivalMs));
      return;
    case 'drip':
      begin();
      return drip(Buffer.from(textOf(reply)), response, clock);
  }
}

function sendText(reply: Reply, text: string, response: ServerResponse): void {
  const length = reply.body.kind === 'text' ? { 'content-length': Buffer.byteLength(text) } : {};
  response.writeHead(reply.status, { ...reply.headers, ...length });
  response.end(text);
}

/** A document cut short, or a stream in which one event is no JSON. */
function garbled(reply: Reply): string {
  if (reply.body.kind === 'text') return beginningOf(reply);
  const events = reply.body.events.map(eventText);
  return events.map((text, at) => (at === 3 ? text.replace(/.{12}\n\n$/, '\n\n') : text)).join('');
}

/** The first character of a tool's input is lost on the way. */
function withBrokenInput({ body }: Reply): string {
  return (body.kind === 'text' ? body.text : body.events.map(eventText).join('')).replace(
    '"partial_json":"{',
    '"partial_json":"',
  );
}

function drip(rest: Uint8Array, response: ServerResponse, clock: Clock): void {
  if (response.destroyed) return;
  response.write(rest.subarray(0, dripBytes));
  if (rest.length <= dripBytes) {
    response.end();
    return;
  }
  clock.after(dripMs, () => drip(rest.subarray(dripBytes), response, clock));
}
