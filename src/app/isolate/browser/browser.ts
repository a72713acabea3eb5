import { FaultlineError } from '../../../core/error.ts';
import type { Isolation } from '../../../core/isolation.ts';
import type { HttpAnswer } from '../../../core/world.ts';
import { isObject, parsedJson, textOf } from '../../../core/json.ts';
import { isSecretHeader } from '../../../redactors/secret-headers.ts';
import { redact } from '../../../redactors/index.ts';
import type { Host } from '../../operation.ts';
import { stopwatch } from '../../world/within.ts';
import type { World } from '../../world/world.ts';
import type { Order } from '../order.ts';
import { studiedOf } from '../setup.ts';
import { comparisonOf } from './compare.ts';
import type { PageCall, WindowKind, WindowReport } from './report.ts';
import { servePages, type BrowserCall } from './server.ts';

/** Headers that a page may set, and that are part of the call. */
const ofPage = /^(?:anthropic-(?!dangerous)|x-)/;

/** Compares the call from a page in a normal and in a private window with the same call by Faultline itself. */
export async function isolateInBrowser(
  order: Order,
  host: Host,
  world: World,
  signal: AbortSignal,
): Promise<Isolation> {
  const passed = stopwatch();
  const call = callOf(order);
  const reports = new Map<WindowKind, WindowReport>();
  const server = await servePages(call, (report) => {
    reports.set(report.window, report);
    host.err(`faultline: the ${report.window} window has told what it saw.\n`);
  });
  try {
    host.err(
      [
        'Open each address in its kind of window; the page makes the call when it is opened.',
        `  normal window   ${server.addressOf('normal')}`,
        `  private window  ${server.addressOf('private')}`,
        `Waiting for both, at most ${order.budget.seconds} s. Ctrl-C ends the wait.`,
        '',
      ].join('\n'),
    );
    const own = pageCallOf(await ownAnswer(call, order, world));
    await Promise.race([server.reports, over(order.budget.seconds * 1000, signal)]);
    return comparisonOf({
      reports,
      own,
      url: call.url,
      spent: { requests: 1, tokens: 0, seconds: Math.round(passed() / 100) / 10 },
      budget: order.budget,
    });
  } finally {
    await server.close();
  }
}

function callOf({ failing, allowed }: Order): BrowserCall {
  if (!allowed.hasRequest || allowed.command) {
    throw new FaultlineError(
      'no-request',
      '--browser makes a call from a page, and needs the request.',
      'Give the failing request, and no command.',
    );
  }
  const { endpoint, headers, text } = studiedOf(failing);
  const own = Object.entries(headers).filter(([name]) => ofPage.test(name) && !isSecretHeader(name));
  return {
    url: failing.target.baseUrl + endpoint,
    headers: { 'anthropic-version': '2023-06-01', ...Object.fromEntries(own), 'content-type': 'application/json' },
    // What stands in a page can be read by every add-on.
    body: redact(text).text,
  };
}

async function ownAnswer(
  { url, headers, body }: BrowserCall,
  { failing, limitMs }: Order,
  world: World,
): Promise<HttpAnswer> {
  const { proxy } = failing.target;
  return world.networkWithin(limitMs).send({
    method: 'POST',
    url,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    body,
    ...(proxy ? { proxy: { url: proxy.url } } : {}),
  });
}

function pageCallOf(answer: HttpAnswer): PageCall {
  if (answer.kind === 'failed') return { kind: 'blocked', message: answer.code };
  const said = parsedJson(answer.body);
  const error = isObject(said) && isObject(said['error']) ? textOf(said['error']['type']) : undefined;
  return { kind: 'answered', status: answer.status, ...(error === undefined ? {} : { type: error }) };
}

async function over(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
