import { spawn } from 'node:child_process';
import { isObject, numberOf, parsedJson, textOf, type JsonObject } from '../../../core/json.ts';
import type { HttpAnswer, HttpQuestion } from '../../../core/world.ts';
import { lateOf, stopwatch } from '../../world/within.ts';
import type { Caller } from '../setup.ts';

type Sdk = Extract<Caller, { readonly kind: 'sdk' }>;

/** What goes with the call and is no affair of the SDK's user: the SDK says these itself. */
const ownHeaders = /^(?:x-api-key|authorization|user-agent|accept|content-.*|host|connection)$/i;

/**
 * Makes a call by an SDK in a process of its own, so that two versions never meet, with the environment that programs
 * here have. What it throws before anything is sent is a failure too, with the SDK's own message.
 */
export async function callBySdk(
  sdk: Sdk,
  question: HttpQuestion,
  env: Readonly<Record<string, string | undefined>>,
  limitMs: number,
): Promise<HttpAnswer> {
  const tookMs = stopwatch();
  const out = await runScript(sdk.folder, orderOf(question), env, limitMs);
  if (out === undefined) return lateOf(`the call by the SDK ${sdk.version}`, limitMs);
  const said = parsedJson(out);
  if (!isObject(said)) {
    const message = `The SDK ${sdk.version} could not be run: ${out.trim().slice(-300)}`;
    return { kind: 'failed', code: 'ERR_SDK_NOT_RUN', message, tookMs: tookMs() };
  }
  const status = numberOf(said['status']);
  if (status === undefined) {
    const code = textOf(said['code']) ?? 'ERR_SDK';
    return { kind: 'failed', code, message: textOf(said['message']) ?? code, tookMs: tookMs() };
  }
  return {
    kind: 'answered',
    status,
    headers: textsOf(said['headers']),
    body: textOf(said['body']) ?? '',
    firstByteMs: tookMs(),
    tookMs: tookMs(),
  };
}

function orderOf({ url, headers, body = '{}' }: HttpQuestion): JsonObject {
  const at = new URL(url);
  const [, base = '', path = at.pathname] = /^(.*?)(\/v1\/.*)$/.exec(at.pathname) ?? [];
  const bearer = headers['authorization']?.replace(/^Bearer /, '');
  return {
    baseURL: at.origin + base,
    path: path + at.search,
    apiKey: headers['x-api-key'] ?? null,
    authToken: headers['x-api-key'] === undefined ? (bearer ?? null) : null,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.test(name))),
    body: parsedJson(body),
  };
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).flatMap(([name, text]) =>
      typeof text === 'string' ? [[name, text]] : [],
    ),
  );
}

/** Runs the script with an order on its standard input, the credential among it: no other program sees that. */
async function runScript(
  folder: string,
  order: JsonObject,
  env: Readonly<Record<string, string | undefined>>,
  limitMs: number,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: folder,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve(undefined);
    }, limitMs);
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdin.on('error', () => {});
    child.once('error', (error) => {
      err += error.message;
    });
    child.once('close', () => {
      clearTimeout(timer);
      resolve(out === '' ? err : out);
    });
    child.stdin.end(JSON.stringify(order));
  });
}

/**
 * Runs in the folder of the SDK, which can be of any version. It tries once, so that a retry hides nothing, and reads a
 * stream to its end.
 */
const script = `
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
let text = '';
for await (const piece of process.stdin) text += piece;
const order = JSON.parse(text);
const tell = (said) => process.stdout.write(JSON.stringify(said));
const plain = (headers) => Object.fromEntries(headers?.entries ? headers.entries() : Object.entries(headers ?? {}));
try {
  const require = createRequire(join(process.cwd(), 'any.js'));
  const { default: Anthropic } = await import(pathToFileURL(require.resolve('@anthropic-ai/sdk')).href);
  const { baseURL, apiKey, authToken, headers, body, path } = order;
  const client = new Anthropic({ baseURL, apiKey, authToken, defaultHeaders: headers, maxRetries: 0 });
  const answer = path.includes('/count_tokens')
    ? await client.messages.countTokens(body)
    : await client.messages.create(body);
  if (body.stream === true) for await (const event of answer) void event;
  tell({ status: 200, headers: {}, body: '' });
} catch (error) {
  if (typeof error?.status === 'number') {
    tell({ status: error.status, headers: plain(error.headers), body: JSON.stringify(error.error ?? { message: error.message }) });
  } else {
    let cause = error;
    while (cause?.cause && cause.code === undefined) cause = cause.cause;
    tell({ code: cause?.code ?? error?.constructor?.name, message: cause === error ? error?.message : error?.message + ' ' + cause?.message });
  }
}
`;
