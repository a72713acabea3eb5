import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { EventEmitter, once } from 'node:events';
import { parsedJson } from '../../../core/json.ts';
import { pageHtml, policyOf, type PageOrder } from './page.ts';
import { reportIn, windows, type WindowKind, type WindowReport } from './report.ts';

/** The call that pages make; it holds no credential. */
export type BrowserCall = Pick<PageOrder, 'url' | 'headers' | 'body'>;

/** A server of pages on the loopback address. */
export interface PageServer {
  /** Where a window of a kind is to be opened. */
  readonly addressOf: (window: WindowKind) => string;
  /** Settles when both windows have told what they saw. */
  readonly reports: Promise<ReadonlyMap<WindowKind, WindowReport>>;
  readonly close: () => Promise<void>;
}

const mostBytes = 40_000_000;
const consent = 'anthropic-dangerous-direct-browser-access';

/** Serves the pages of one run, to those who know the address; `onReport` is told of each window. */
export async function servePages(call: BrowserCall, onReport: (report: WindowReport) => void): Promise<PageServer> {
  const token = randomBytes(16).toString('hex');
  const reports = new Map<WindowKind, WindowReport>();
  const both = new EventEmitter();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const origin = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, given = '', kind, what = ''] = (request.url ?? '').split('/');
    const window = windows.find((one) => one === kind);
    // A name that leads here from elsewhere is not ours, and a page of somebody else knows no token.
    if (`http://${request.headers.host}` !== origin || !isSame(given, token) || !window) {
      response.writeHead(404).end();
      return;
    }
    if (request.method === 'GET' && what === '') {
      const order = { ...call, window, token, nonce: randomBytes(16).toString('base64url') };
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policyOf(order),
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      response.end(pageHtml(order));
      return;
    }
    const body = request.method === 'POST' ? await textOf(request) : undefined;
    if (body !== undefined && what === 'echo') json(response, arrivedOf(request, body, call));
    else if (body !== undefined && what === 'report') json(response, { say: take(parsedJson(body), window) });
    else response.writeHead(404).end();
  };

  const take = (value: unknown, window: WindowKind): string => {
    const report = reportIn(value, window);
    if (!report) return 'The report of this page could not be read.';
    if (report.sharesStorage) {
      return 'This window shares its storage with the other one: open the address of the private window in a private (incognito) window.';
    }
    if (!reports.has(window)) {
      reports.set(window, report);
      onReport(report);
    }
    if (reports.size < windows.length) return 'Done. Now open the other address in the other kind of window.';
    both.emit('reported');
    return 'Done. The comparison is in the terminal.';
  };

  return {
    addressOf: (window) => `${origin}/${token}/${window}/`,
    reports: once(both, 'reported').then(() => reports),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function isSame(given: string, token: string): boolean {
  return given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

/** What became of a request between the page and here. */
function arrivedOf(
  { headers }: IncomingMessage,
  body: string,
  call: BrowserCall,
): Pick<WindowReport, 'changedHeaders' | 'hasChangedBody'> {
  const sent = { ...call.headers, [consent]: 'true' };
  return {
    changedHeaders: Object.entries(sent).flatMap(([name, value]) => (headers[name] === value ? [] : [name])),
    hasChangedBody: body !== call.body,
  };
}

async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const chunks: AsyncIterable<Uint8Array> = request;
  for await (const bytes of chunks) {
    size += bytes.byteLength;
    if (size > mostBytes) return undefined;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}
