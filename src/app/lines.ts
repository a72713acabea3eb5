import { FaultlineError } from '../core/error.ts';
import { bytesOf, lookUp } from './files.ts';
import type { Host } from './operation.ts';

/** The lines of an input, as they come. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** What is said of a line that cannot be used. */
export interface LineError {
  readonly error: string;
}

/**
 * Answers each JSON object, one a line in the files named or on standard input, with one JSON object, in order; a line
 * that cannot be used gets an error in its place. `form` is what a line should look like.
 */
export async function answerLines(
  args: readonly string[],
  host: Host,
  form: string,
  answer: (record: Readonly<Record<string, unknown>>) => object | LineError,
): Promise<void> {
  let number = 0;
  for await (const line of linesOf(bytesNamed(args, form, host))) {
    number++;
    if (line.trim() === '') continue;
    const record = recordOf(line);
    const said = record ? answer(record) : { error: `not a JSON object; expected ${form}` };
    const where = 'error' in said ? { line: number } : {};
    host.out(`${JSON.stringify({ id: record?.['id'], ...where, ...said })}\n`);
  }
  if (number === 0) {
    throw new FaultlineError('input-empty', 'There is no line to answer.', `Give one JSON object a line: ${form}.`);
  }
}

/** The bytes of all inputs; none of them is read before every name is known to be a file. */
function bytesNamed(args: readonly string[], form: string, host: Host): AsyncIterable<Uint8Array> {
  if (args.length === 0 && host.stdinIsTerminal) {
    throw new FaultlineError(
      'no-input',
      'Nothing to answer: no file and no standard input was given.',
      `Pipe one JSON object a line: ${form}.`,
    );
  }
  const inputs = args.map((arg) => (arg === '-' ? host.stdin : bytesOf(fileNamed(arg, host))));
  return inputs.length === 0 ? host.stdin : joined(inputs);
}

function fileNamed(arg: string, host: Host): string {
  const named = lookUp(arg, host);
  if (named.kind === 'file') return named.path;
  throw new FaultlineError(
    'input-missing',
    named.kind === 'folder' ? `${arg} is a folder.` : `There is no file ${arg}.`,
    '`--ndjson` reads files with one JSON object a line, or standard input.',
  );
}

/** Inputs one after the other; the last line of each ends with it. */
async function* joined(inputs: readonly AsyncIterable<Uint8Array>[]): AsyncGenerator<Uint8Array> {
  const lineBreak = Buffer.from('\n');
  for (const [index, input] of inputs.entries()) {
    if (index > 0) yield lineBreak;
    yield* input;
  }
}

function recordOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? Object.fromEntries(Object.entries(parsed))
      : undefined;
  } catch {
    return undefined;
  }
}
