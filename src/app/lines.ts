import { FaultlineError } from '../core/error.ts';
import type { Host } from './operation.ts';

/** The lines of standard input, as they come. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
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
 * Answers each JSON object on standard input with one JSON object, in order; a line that cannot be used gets an error
 * in its place. `form` is what a line should look like.
 */
export async function answerLines(
  host: Host,
  form: string,
  answer: (record: Readonly<Record<string, unknown>>) => object | LineError,
): Promise<void> {
  let number = 0;
  for await (const line of linesOf(host.stdin)) {
    number++;
    if (line.trim() === '') continue;
    const record = recordOf(line);
    const said = record ? answer(record) : { error: `not a JSON object; expected ${form}` };
    const where = 'error' in said ? { line: number } : {};
    host.out(`${JSON.stringify({ id: record?.['id'], ...where, ...said })}\n`);
  }
  if (number === 0) {
    throw new FaultlineError('input-empty', 'Standard input is empty.', `Give one JSON object a line: ${form}.`);
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
