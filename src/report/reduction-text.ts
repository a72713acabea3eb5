import type { PartCount, ReductionReport } from '../core/reduction.ts';
import { hang, wrapText } from './layout.ts';
import type { TextStyle } from './verdict-text.ts';
import { duration } from './words.ts';

const barWidth = 20;
const label = (text: string): string => `  ${text.padEnd(11)}`;

/** What came of reducing a request, on a screen: the failure, what fell away, what is left. */
export function reductionText(report: ReductionReport, style: TextStyle): string {
  return `${(report.outcome === 'reduced' ? reducedLines(report, style) : openLines(report, style)).join('\n')}\n`;
}

function reducedLines(report: ReductionReport, style: TextStyle): readonly string[] {
  const { paint, width } = style;
  const { parts, gone, failure, oracle, isMinimal, endedEarly, confirmed, redactions, screened } = report;
  const bytes = parts.find(({ part }) => part === 'bytes');
  const sizes = bytes ? `${grouped(bytes.before)} bytes are ${grouped(bytes.after)}` : 'It is reduced';
  const lines = [
    ...hang(paint.good('✓ '), paint.strong(`${sizes}, and it fails in the same way`), width),
    ...hang('  ', paint.faint(failureWords(failure)), width),
    '',
    paint.strong('  What fell away'),
    ...parts.filter(({ part, before, after }) => part === 'bytes' || before > after).map((one) => barLine(one, style)),
    ...(gone.length > 0 ? hang(label('Gone'), gone.join(', '), width) : []),
    '',
    paint.strong('  What is left'),
    ...leftOf(report).map((line) => `  ${paint.code(line)}`),
    '',
    ...hang(label('Judged by'), `${oracle}, ${countWords(report)}`, width),
    ...hang(
      label('Smallest'),
      isMinimal
        ? `Without any one header, member or item it does not fail in the same way${screened > 0 ? ', or the checker refuses it' : ''}.`
        : `Perhaps not: ${endedEarly ?? 'the work was not finished'}.`,
      width,
    ),
  ];
  if (confirmed) {
    const times = confirmed.runs === 1 ? 'once' : `${confirmed.runs} times`;
    lines.push(
      ...hang(
        label('Confirmed'),
        confirmed.isSame
          ? `by the ${confirmed.oracle}, asked ${times}: ${confirmed.said}`
          : paint.warn(`not by the ${confirmed.oracle}, asked ${times}: ${confirmed.said}`),
        width,
      ),
    );
  }
  if (redactions > 0)
    lines.push(
      ...hang(
        label('Redacted'),
        `${redactions} ${redactions === 1 ? 'value looks' : 'values look'} like a secret and ${redactions === 1 ? 'is' : 'are'} left out of what is shown; without ${redactions === 1 ? 'it' : 'them'} the request may end differently.`,
        width,
      ),
    );
  return lines;
}

function openLines({ tried }: ReductionReport, { paint, width }: TextStyle): readonly string[] {
  return [
    ...hang(paint.warn('? '), paint.strong('The failure could not be brought about, so nothing was taken out'), width),
    '',
    ...tried.flatMap(({ oracle, said }) => hang(label(oracle), said, width)),
    '',
    ...wrapText(
      'What depends on the account, on limits of the service or on something outside the request shows only in a live call: `--live` allows it, and `--plan` shows first what would be sent. A command of your own can tell too: `faultline reduce FILE -- COMMAND`.',
      width - 2,
    ).map((line) => `  ${line}`),
  ];
}

/** The failure in a line: `400 invalid_request_error: messages.0: ... (tool-result-missing)`. */
export function failureWords(failure: ReductionReport['failure']): string {
  if (!failure) return '';
  const { status, type, code, cause, path, message, errno } = failure;
  const head = [status, code ?? type ?? errno].filter((part) => part !== undefined).join(' ');
  const where = path === undefined || path === '' ? '' : `${path}: `;
  const told = message === undefined ? (where === '' ? '' : ` at ${path}`) : `: ${where}${message}`;
  return `${head}${told}${cause === undefined ? '' : ` (${cause})`}`;
}

/** A bar of what is left of what there was; a sliver where anything is. */
function barLine({ part, before, after }: PartCount, { paint, width }: TextStyle): string {
  const room = Math.min(barWidth, Math.max(6, width - 44));
  const full = before === 0 ? 0 : Math.min(room, Math.max(after > 0 ? 1 : 0, Math.round((after / before) * room)));
  const bar = paint.good('█'.repeat(full)) + paint.faint('░'.repeat(room - full));
  return `  ${part.padEnd(19)}${bar}  ${grouped(before)} → ${grouped(after)}`;
}

/** The body as it is left; a long one is cut in the middle, as `--out` writes it whole. */
function leftOf({ request }: ReductionReport): readonly string[] {
  const text = request?.body === undefined ? (request?.text ?? '') : JSON.stringify(request.body, undefined, 2);
  const headers = Object.entries(request?.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const lines = [...headers, ...text.split('\n')].map((line) => (line.length > 300 ? `${line.slice(0, 280)}…` : line));
  const most = 40;
  return lines.length <= most
    ? lines
    : [...lines.slice(0, 30), `… ${lines.length - 36} more lines …`, ...lines.slice(-6)];
}

function countWords({ probes, screened, spent }: ReductionReport): string {
  const { requests, tokens, pauses, seconds, asked } = spent;
  const others = screened > 0 ? `, and ${screened} more answered by the checker` : '';
  const questions = `${probes} ${probes === 1 ? 'question' : 'questions'}${others}`;
  const commands = asked['command'] ?? 0;
  if (requests + commands === 0) return `${questions}; nothing was sent anywhere`;
  const paid = tokens > 0 ? ` (at most ${grouped(tokens)} tokens)` : '';
  const used = [
    ...(commands > 0 ? [`${commands} runs of the command`] : []),
    ...(requests > 0 ? [`${requests} live calls${paid}`] : []),
    ...(pauses > 0 ? [`${pauses} ${pauses === 1 ? 'wait' : 'waits'} for the service`] : []),
  ];
  return `${questions}; ${used.join(', ')} in ${duration(seconds * 1000)}`;
}

/** Thousands apart, so that sizes can be compared at a glance. */
function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
