import { withoutModelText } from '../text/answer.ts';
import type { Exchange } from './exchange.ts';
import type { Outcome } from './outcome.ts';

/** What an exchange is judged by: the lines that a person would have pasted. What the model wrote is left out. */
export function exchangeText(exchange: Exchange, outcome: Outcome, model: string | undefined): string {
  const { at, method, path, upstream, response } = exchange;
  const lines = [
    `${new Date(at).toISOString()} ${method} ${upstream}${path}`,
    ...(model === undefined ? [] : [`model: ${model}`]),
  ];
  if (response) {
    lines.push(`HTTP/1.1 ${response.status} ${response.statusText}`.trim());
    for (let index = 0; index + 1 < response.headers.length; index += 2)
      lines.push(`${response.headers[index] ?? ''}: ${response.headers[index + 1] ?? ''}`);
    const body = outcome.answer?.text ?? '';
    lines.push('', response.status < 300 ? withoutModelText(body) : body);
  }
  return [...lines, ...outcome.seen].join('\n');
}
