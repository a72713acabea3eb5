import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { maxBodyBytes, batchLimits } from '../../facts/limits.ts';
import type { HttpCall, ReceivedBody } from '../call.ts';

const decoders: Readonly<Record<string, (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};
const mostMessageBytes = maxBodyBytes.direct ?? Infinity;

/** Reads a request to its end. Aborted ones give `undefined`. */
export async function receive(request: IncomingMessage): Promise<HttpCall | undefined> {
  const { path, query } = addressOf(request.url ?? '/');
  const most = path === '/v1/messages/batches' ? batchLimits.bytes : mostMessageBytes;
  const body = await bodyOf(request, most);
  return (
    body && {
      method: request.method ?? 'GET',
      path,
      query,
      headers: headersOf(request),
      body,
    }
  );
}

const noQuery: Readonly<Record<string, string>> = {};

/** Most calls have a bare path; what has more is left to the parser, as is the whole address that a proxy gets. */
function addressOf(target: string): Pick<HttpCall, 'path' | 'query'> {
  if (/^\/[\w/.-]*$/.test(target) && !target.startsWith('//')) return { path: target, query: noQuery };
  const url = new URL(target, 'http://localhost');
  return { path: url.pathname, query: url.search === '' ? noQuery : queryOf(url) };
}

/** A parameter that is given several times becomes a list with commas. */
function queryOf({ searchParams }: URL): Readonly<Record<string, string>> {
  return Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name).join(',')]));
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    flat[name] = typeof value === 'string' ? value : (value?.join(', ') ?? '');
  }
  return flat;
}

async function bodyOf(request: IncomingMessage, most: number): Promise<ReceivedBody | undefined> {
  const bytes = await new Promise<Buffer | 'too-large' | undefined>((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request
      .on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length <= most) chunks.push(chunk);
      })
      .on('end', () => {
        const [only] = chunks;
        resolve(length > most ? 'too-large' : chunks.length === 1 && only ? only : Buffer.concat(chunks));
      })
      .on('error', () => resolve(undefined));
  });
  if (bytes === undefined) return undefined;
  return bytes === 'too-large' ? { kind: 'too-large' } : decoded(bytes, request.headers['content-encoding'], most);
}

function decoded(bytes: Buffer, encoding = 'identity', most: number): ReceivedBody {
  if (encoding === 'identity') return { kind: 'text', text: bytes.toString('utf8'), bytes: bytes.length };
  const decode = decoders[encoding.trim().toLowerCase()];
  if (!decode) return { kind: 'encoding-unsupported' };
  try {
    const plain = Buffer.from(decode(bytes, { maxOutputLength: most }));
    return { kind: 'text', text: plain.toString('utf8'), bytes: plain.length };
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { kind: isTooLarge ? 'too-large-after-decoding' : 'encoding-invalid' };
  }
}
