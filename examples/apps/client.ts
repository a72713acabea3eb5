import { appendFileSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';

/** An answer that is none, or not a whole one. */
export class CallFailed extends Error {
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { status, headers }: { readonly status?: number; readonly headers?: Headers } = {}) {
    super(message);
    const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
    this.status = status;
    this.requestId = headers?.get('request-id') ?? undefined;
    this.retryAfterMs = Number.isNaN(seconds) ? undefined : seconds * 1000;
  }
}

/** What is sent with every call. */
export function headers(): Record<string, string> {
  return {
    'content-type': 'application/json',
    'anthropic-version': '2023-06-01',
    'x-api-key': process.env['ANTHROPIC_API_KEY'] ?? '',
  };
}

/** Asks once. */
export async function ask(question: string): Promise<{ readonly text: string; readonly requestId: string }> {
  const base = process.env['ANTHROPIC_BASE_URL'] ?? 'https://api.anthropic.com';
  const answer = await fetch(`${base}/v1/messages`, {
    method: 'POST',
    headers: headers(),
    body: JSON.stringify({
      model: 'claude-sonnet-5',
      max_tokens: 500,
      stream: true,
      system: 'You answer questions of travelers, in two sentences.',
      messages: [{ role: 'user', content: question }],
    }),
  });
  if (!answer.ok) throw new CallFailed(`${answer.status} ${await answer.text()}`, answer);
  return { text: await textIn(answer), requestId: answer.headers.get('request-id') ?? '' };
}

/** The text of an event stream, which is whole only when its last event is there. */
async function textIn(answer: Response): Promise<string> {
  const stream = await answer.text().catch((error: unknown) => {
    throw new CallFailed(`The answer broke off: ${String(error)}`, answer);
  });
  if (!stream.includes('event: message_stop')) throw new CallFailed(`The answer broke off: ${stream}`, answer);
  return [...stream.matchAll(/"text_delta","text":("(?:[^"\\]|\\.)*")/g)]
    .map(([, text = '""']) => String(JSON.parse(text)))
    .join('');
}

/** How a call is tried again. */
export interface Patience {
  readonly retries: number;
  /** How long to wait before a try that follows this failure. */
  readonly waitMs: (failure: CallFailed, retry: number) => number;
}

/** Asks again where that can help: when the service is busy, broken, or was cut off. */
export async function askPatiently(question: string, { retries, waitMs }: Patience): ReturnType<typeof ask> {
  for (let retry = 0; ; retry++) {
    try {
      return await ask(question);
    } catch (error) {
      const isTransient = error instanceof CallFailed && (error.status ?? 500) >= 429;
      if (!isTransient || retry >= retries) throw error;
      await later(waitMs(error, retry));
    }
  }
}

/** Waits as long as the answer says, else a little longer each time; a real application begins with a second. */
export function asTold({ retryAfterMs }: CallFailed, retry: number): number {
  return retryAfterMs ?? 60 * 2 ** retry * (1 + Math.random() / 4);
}

/** Writes a line to the log. */
export function log(entry: Readonly<Record<string, unknown>>): void {
  const line = JSON.stringify({ at: new Date().toISOString(), ...entry });
  appendFileSync(process.env['APP_LOG'] ?? 'app.log', `${line}\n`);
}

/** What a failure leaves in the log: enough to find the call, and nothing that is nobody's business. */
export function logFailure(error: unknown): void {
  if (error instanceof CallFailed) log({ event: 'failed', status: error.status, requestId: error.requestId });
  else log({ event: 'failed', error: error instanceof Error ? error.name : 'unknown' });
}
