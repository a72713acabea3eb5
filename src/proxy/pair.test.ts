import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Pair } from './pair.ts';
import { upstreamOf } from './upstream.ts';

/** A pair before a server that answers as it is told, and the text of each answer or its failure. */
async function pairBefore(answer: (socket: Socket, asked: string) => void): Promise<{
  readonly connections: () => number;
  readonly ask: (path: string, hears?: { readonly isSlow: boolean }) => Promise<string>;
}> {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => answer(socket, /^\S+ (\S+)/.exec(String(bytes))?.[1] ?? ''));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const caller = connect(port, '127.0.0.1');
  await once(caller, 'connect');
  onTestFinished(() => {
    caller.destroy();
    server.close();
  });
  connections = 0;
  const pair = new Pair(caller, upstreamOf(`http://127.0.0.1:${port}`, {}), 1 << 12);
  return {
    connections: () => connections,
    ask: (path, { isSlow } = { isSlow: false }) =>
      new Promise((resolve) => {
        let body = '';
        const line = pair.ask(
          { method: 'GET', head: `GET ${path} HTTP/1.1\r\n\r\n`, isChunked: false },
          {
            onTurn() {},
            onDrain() {},
            onInterim() {},
            onHead() {},
            onPiece(piece) {
              body += String(piece);
              if (isSlow) line.pause();
            },
            onPause() {},
            onCallerEnd() {},
            onBeginning() {},
            onUnreadable: (error) => resolve(error.message),
            onEnd: () => resolve(body),
            onLost: (error) => resolve(error.message),
          },
        );
        line.sending.end([]);
      }),
  };
}

function answerOf(text: string, line = ''): string {
  return `HTTP/1.1 200 OK\r\n${line}Content-Length: ${text.length}\r\n\r\n${text}`;
}

test('requests wait for their turn, on one connection', async () => {
  let waiting = 0;
  const { ask, connections } = await pairBefore((socket, path) => {
    waiting++;
    setImmediate(() => {
      expect(waiting--).toBe(1);
      socket.write(answerOf(path));
    });
  });
  expect(await Promise.all(['/a', '/b', '/c'].map((path) => ask(path)))).toEqual(['/a', '/b', '/c']);
  expect(connections()).toBe(1);
});

test('one who was held back at the end of an answer still gets the next one', async () => {
  const { ask } = await pairBefore((socket, path) => socket.write(answerOf(path)));
  expect(await ask('/a', { isSlow: true })).toBe('/a');
  expect(await ask('/b')).toBe('/b');
});

test('behind an answer that is the last of its connection, a request goes over another one', async () => {
  const { ask, connections } = await pairBefore((socket, path) => {
    socket.write(answerOf(path, 'Connection: close\r\n'));
  });
  expect(await Promise.all([ask('/a'), ask('/b')])).toEqual(['/a', '/b']);
  expect(connections()).toBe(2);
});

test('a request whose connection ends before its answer is lost, and none behind it is sent', async () => {
  const seen: string[] = [];
  const { ask } = await pairBefore((socket, path) => {
    seen.push(path);
    socket.end('HTTP/1.1 200 OK\r\nContent-Le');
  });
  const first = ask('/a');
  void ask('/b');
  expect(await first).toBe('socket hang up');
  expect(seen).toEqual(['/a']);
});
