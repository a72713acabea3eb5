import { withoutModelText } from '../text/answer.ts';
import type { Exchange } from './exchange.ts';
import type { Outcome } from './outcome.ts';

/** The API names the account in every answer; errors about the account use the same words. */
const ofAccount = /^anthropic-(?:organization|workspace)-id$/i;

/** A body of which more is left tells by its beginning and its end; looking at all of it takes seconds. */
const mostStart = 96 << 10;
const mostEnd = 32 << 10;

/**
 * What an exchange is judged by: the lines that a person would have pasted. What the model wrote is left out, and the
 * middle of a body that is very long.
 */
export function exchangeText(exchange: Exchange, outcome: Outcome, model: string | undefined): string {
  const { at, method, path, upstream, response } = exchange;
  const lines = [
    `${new Date(at).toISOString()} ${method} ${upstream}${path}`,
    // An answer about a model names it itself, and two names would be two models.
    ...(model === undefined || outcome.answer?.text?.includes('model') === true ? [] : [`model: ${model}`]),
  ];
  if (response) {
    lines.push(`HTTP/1.1 ${response.status} ${response.statusText}`.trim());
    for (let index = 0; index + 1 < response.headers.length; index += 2) {
      const name = response.headers[index] ?? '';
      if (!ofAccount.test(name)) lines.push(`${name}: ${response.headers[index + 1] ?? ''}`);
    }
    const body = outcome.answer?.text ?? '';
    lines.push('', shortened(response.status < 300 ? withoutModelText(body) : body));
  }
  return [...lines, ...outcome.seen].join('\n');
}

/** Cut at line ends, where there are any nearby. */
function shortened(text: string): string {
  if (text.length <= mostStart + mostEnd) return text;
  const start = text.slice(0, mostStart);
  const end = text.slice(-mostEnd);
  const lastLine = start.lastIndexOf('\n');
  return `${start.slice(0, lastLine > mostStart / 2 ? lastLine : undefined)}\n[…]\n${end.slice(end.slice(0, mostEnd / 2).indexOf('\n') + 1)}`;
}
