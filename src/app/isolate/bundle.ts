import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { refuseLeaks } from '../../capture/exchange/sanitize.ts';
import { FaultlineError } from '../../core/error.ts';
import { redact } from '../../redactors/index.ts';
import { codeOf } from '../files.ts';
import { elsewhereKind, fingerprintOf } from './elsewhere.ts';
import { studiedOf, type Setup } from './setup.ts';

/** What a bundle is, for the reader. */
export interface Bundle {
  readonly path: string;
  readonly redactions: number;
}

/**
 * Writes a script that makes the failing call on another machine, with a Node and nothing else, and writes down how it
 * ended. It holds the request without secrets, and takes the key from the environment there.
 */
export function writeBundle(path: string, setup: Setup, cwd: string): Bundle {
  const { endpoint, headers, text } = studiedOf(setup);
  const redacted = redact(text);
  const script = scriptOf({
    request: fingerprintOf(setup),
    url: setup.target.baseUrl + endpoint,
    headers: { 'anthropic-version': '2023-06-01', ...headers, 'content-type': 'application/json' },
    body: redacted.text,
  });
  refuseLeaks(script, 'No bundle was written');
  try {
    writeFileSync(resolve(cwd, path), script, { flag: 'wx', mode: 0o644 });
  } catch (error) {
    const code = codeOf(error) ?? 'EIO';
    throw new FaultlineError(
      'bundle-not-written',
      code === 'EEXIST' ? `${path} exists already.` : `${path} cannot be written: ${code}.`,
      'Name another file: --bundle isolate.mjs.',
      { cause: error },
    );
  }
  return { path, redactions: redacted.redactions.length };
}

interface Call {
  readonly request: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The script; its result holds no credential, and of the answer no more than an error. */
function scriptOf(call: Call): string {
  return `// Makes one call to the Claude API, to compare how it ends here with how it ends elsewhere.
//   ANTHROPIC_API_KEY=... node this-file.mjs > result.json
// Then, where the bundle was written: faultline isolate REQUEST --vary machine=result.json
// The key is sent to the address below and written nowhere.
import { arch, platform, release } from 'node:os';

const call = ${JSON.stringify(call, undefined, 2)};
const key = process.env.ANTHROPIC_API_KEY?.trim();
const token = process.env.ANTHROPIC_AUTH_TOKEN?.trim();
const credential = key ? { 'x-api-key': key } : token ? { authorization: \`Bearer \${token}\` } : undefined;
if (!credential) {
  console.error('Set ANTHROPIC_API_KEY (or ANTHROPIC_AUTH_TOKEN) first.');
  process.exit(2);
}
const kept = /^(?:request-id|retry-after|content-type|server|via|cf-ray|x-should-retry|anthropic-ratelimit-.*)$/;
const result = {
  kind: '${elsewhereKind}',
  version: 1,
  request: call.request,
  at: new Date().toISOString(),
  machine: { system: \`\${platform()} \${release()} \${arch()}\`, node: \`Node \${process.version}\` },
};
try {
  const signal = AbortSignal.timeout(120_000);
  const headers = { ...call.headers, ...credential };
  const answer = await fetch(call.url, { method: 'POST', headers, body: call.body, signal });
  const text = await answer.text();
  result.status = answer.status;
  result.headers = Object.fromEntries([...answer.headers].filter(([name]) => kept.test(name)));
  const isError = answer.status >= 300 || /^event: error$/m.test(text);
  result.body = isError ? text.slice(0, 20_000) : '';
} catch (error) {
  const cause = error.cause ?? error;
  result.error = { code: String(cause.code ?? error.name), message: String(cause.message ?? error.message) };
}
const said = JSON.stringify(result, undefined, 2).replaceAll(key || token, '[redacted]');
process.stdout.write(said + '\\n');
`;
}
