import { FaultlineError } from '../../core/error.ts';
import type { Host } from '../operation.ts';
import { judgeText } from '../verdict.ts';

/** Answers `{"id","text"}` lines with `{"id","verdict"}` lines, in order; a line that is none gets an error in its place. */
export async function explainLines(host: Host): Promise<void> {
  let number = 0;
  for await (const line of linesOf(host.stdin)) {
    number++;
    if (line.trim() !== '') host.out(`${JSON.stringify(answer(line, number))}\n`);
  }
  if (number === 0) {
    throw new FaultlineError(
      'input-empty',
      'Standard input is empty.',
      'Give one JSON object a line: {"id":"1","text":"..."}.',
    );
  }
}

function answer(line: string, number: number): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { id: undefined, line: number, error: `Line ${number} is not JSON; expected {"id","text"}.` };
  }
  const text = typeof parsed === 'object' && parsed !== null && 'text' in parsed ? parsed.text : undefined;
  const id = typeof parsed === 'object' && parsed !== null && 'id' in parsed ? parsed.id : undefined;
  if (typeof text !== 'string')
    return { id, line: number, error: `Line ${number} has no text; expected {"id","text"}.` };
  return { id, verdict: judgeText(text) };
}

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
