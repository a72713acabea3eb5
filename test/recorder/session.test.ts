import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { deferred } from '../../src/app/recorder/deferred.ts';
import { startRecorder, type Recorder } from '../../src/app/recorder/recorder.ts';
import { openSession, type Session } from '../../src/app/recorder/session.ts';
import type { Exchange } from '../../src/capture/exchange/exchange.ts';
import { recordingText } from '../../src/report/recording-text.ts';
import { readFlags } from '../../src/cli/flags.ts';
import { record } from '../../src/app/record/operation.ts';
import { textStyle } from '../../src/app/style.ts';
import { testHost } from '../test-host.ts';
import { recorderBefore, tcpServerThat } from './wire.ts';

/** A recorder's thread takes its time to start on a machine that is busy. */
const patient = { timeout: 60_000 };

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'faultline-session-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** An upstream that sends so much of an answer and no more; `asked` is settled when a request has come. */
async function silentServer(beginning: string): Promise<{ readonly url: string; readonly asked: Promise<void> }> {
  const asked = deferred<void>();
  const url = await tcpServerThat((socket) => {
    socket.once('data', () => {
      if (beginning === '') asked.resolve();
      else socket.write(beginning, () => asked.resolve());
    });
  });
  return { url, asked: asked.promise };
}

function callTo(url: string): Socket {
  const { host, hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => socket.destroy());
  socket.write(`POST /v1/messages HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\n\r\n{}`);
  return socket;
}

async function sessionBefore(upstream: string): Promise<Session> {
  const input = readFlags(record, ['--store', folder()]);
  return openSession(input, testHost('').host, { upstream, onFailure: () => {} });
}

const beginnings = [
  ['without an answer', ''],
  ['inside an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'],
] as const;

test.each(beginnings)('a call under way %s when the recorder stops ends as stopped', async (_, beginning) => {
  const { url, asked } = await silentServer(beginning);
  const recorder = await recorderBefore(url);
  const socket = callTo(recorder.url);
  const closed = once(socket, 'close');
  await (beginning === '' ? asked : once(socket, 'data'));
  await recorder.stop();
  expect(recorder.exchanges.map(({ ending }) => ending)).toEqual([{ kind: 'stopped' }]);
  await closed;
});

test.each(beginnings)('a call whose caller has gone %s when the recorder stops is given up', async (_, beginning) => {
  const { url, asked } = await silentServer(beginning);
  const recorder = await recorderBefore(url);
  const socket = callTo(recorder.url);
  await (beginning === '' ? asked : once(socket, 'data'));
  socket.destroy();
  await once(socket, 'close');
  await recorder.stop();
  expect(recorder.exchanges.map(({ ending }) => ending)).toEqual([{ kind: 'abandoned' }]);
});

test.each(beginnings)('a session counts a call under way %s at its end', patient, async (_, beginning) => {
  const { url, asked } = await silentServer(beginning);
  const session = await sessionBefore(url);
  callTo(session.url);
  await asked;
  const summary = await session.close();
  expect(summary).toMatchObject({ calls: 1, tries: 1, stoppedCalls: 1, abandonedCalls: 0, failedCalls: 0, unseen: 0 });
  expect(summary && recordingText(summary, '/store', textStyle(testHost('').host))).toContain(
    '1 call · none failed · 1 under way at the end',
  );
});

async function recorder(): Promise<Recorder> {
  return startRecorder({ folder: folder(), withBodies: true }, { onFailure: () => {}, onProblem: () => {} });
}

test('what a recorder is given when it is already closing is counted as unseen', patient, async () => {
  const exchange: Exchange = {
    at: 0,
    method: 'POST',
    path: '/v1/messages',
    upstream: 'https://api.anthropic.com',
    headers: [],
    body: { bytes: 0, head: new Uint8Array(0), tail: new Uint8Array(0) },
    ending: { kind: 'abandoned' },
    timing: { isConnectionReused: false, endMs: 3 },
  };
  const { take, close } = await recorder();
  take(exchange);
  const closed = close();
  take(exchange);
  expect(await closed).toMatchObject({ tries: 1, abandonedCalls: 1, unseen: 1 });
});
