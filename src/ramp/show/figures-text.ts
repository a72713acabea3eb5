import { clip, hang, widthOf } from '../../report/layout.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import { visible } from '../../report/visible.ts';
import type { Figures } from '../figures.ts';
import { nameOf } from '../judging.ts';
import { stepText, type Quantiles } from '../plan.ts';
import type { Decision, Phase } from '../state.ts';
import { durationText, numberText, percentText } from '../words.ts';
import { sparkline } from './chart.ts';

/** What stands before a decision. */
export const decisionMarks: Readonly<Record<Decision['action'], string>> = {
  'go-on': '▲',
  hold: '=',
  'step-back': '▼',
  stop: '✗',
  ask: '?',
  pause: '‖',
  resume: '▶',
};

const phases: Readonly<Record<Phase, string>> = {
  running: '',
  asking: 'waits for your word',
  held: 'held: it could not be told',
  paused: 'paused',
  stopped: 'stopped',
};

/** The view of a terminal: step, figures with their bounds and a small chart each, queue, next judgement, last decision. */
export function figuresText(
  history: readonly Figures[],
  total: number,
  { paint, width }: TextStyle,
): readonly string[] {
  const now = history.at(-1);
  if (!now) return [];
  // A narrow terminal has no room for charts.
  const room = width < 64 ? 0 : Math.min(24, width - 58);
  const row = (name: string, values: readonly (number | undefined)[], text: string): string =>
    `  ${name.padEnd(12)} ${room === 0 ? '' : `${paint.code(sparkline(values, room).padEnd(room))}  `}${text}`;
  const steps = now.steps.map((step, index) =>
    index === now.step ? paint.strong(`[${stepText(step)}]`) : paint.faint(stepText(step)),
  );
  const { totals, usage } = now;
  const fullest = usage.toSorted((a, b) => b.used / b.limit - a.used / a.limit);
  const ended = total - (now.waiting ?? 0) - now.inFlight;
  return [
    `  ${steps.join(' ')}${now.phase === 'running' ? '' : `  ${paint.warn(phases[now.phase])}`}`,
    row(
      'rate',
      history.map(({ sentPerMinute }) => sentPerMinute),
      `${numberText(now.sentPerMinute)} a minute${now.allowedPerMinute === undefined ? '' : `, ${numberText(now.allowedPerMinute)} allowed`}`,
    ),
    ...(now.firstToken || now.usualFirstToken
      ? [
          row(
            'first token',
            history.map(({ firstToken }) => firstToken?.p95),
            timesText(now.firstToken, now.usualFirstToken),
          ),
        ]
      : []),
    row(
      'latency',
      history.map(({ latency }) => latency?.p95),
      timesText(now.latency, now.usualLatency),
    ),
    row(
      'errors',
      history.map(({ calls, serviceFailures }) => (calls === 0 ? undefined : serviceFailures / calls)),
      errorsText(now),
    ),
    row(
      'limits',
      history.map(({ usage: used }) => highest(used)),
      fullest[0]
        ? `${numberText(fullest[0].used)} of ${numberText(fullest[0].limit)} ${fullest[0].name}`
        : 'none is stated so far',
    ),
    row(
      'queue',
      history.map(({ waiting }) => waiting),
      `${numberText(now.waiting ?? 0)} wait, ${now.inFlight} under way, ${numberText(ended)} of ${numberText(total)} ended`,
    ),
    `  ${nextText(now)}`,
    ...(now.lastDecision ? decisionLines(now.lastDecision, now, { paint, width }).slice(0, 3) : []),
    paint.faint(
      `  ${numberText(totals.succeeded)} done, ${numberText(totals.retries)} retries (${numberText(now.retriesLeft)} can be paid)   p pause  g go on  c confirm  q stop`,
    ),
  ].map((line) => (widthOf(line) > width ? clipped(line, width) : line));
}

/** A line with colors is shortened without them, so that none is cut. */
function clipped(line: string, width: number): string {
  return clip(line.replaceAll(/\u001b\[[\d;]*m/g, ''), width);
}

function highest(usage: Figures['usage']): number | undefined {
  return usage.length === 0 ? undefined : Math.max(...usage.map(({ used, limit }) => used / limit));
}

function timesText(seen: Quantiles | undefined, usual: Quantiles | undefined): string {
  const bound = usual ? `, usual ${numberText(usual.p50)} and ${numberText(usual.p95)}` : '';
  return seen ? `p50 ${numberText(seen.p50)}, p95 ${numberText(seen.p95)} ms${bound}` : `no sample yet${bound}`;
}

function errorsText({ calls, serviceFailures, ownFailures, limitRefusals }: Figures): string {
  const share = calls === 0 ? '' : ` (${percentText(serviceFailures / calls)})`;
  const own = ownFailures === 0 ? '' : `, ${ownFailures} by their own request`;
  const limits = limitRefusals === 0 ? '' : `, ${limitRefusals} by limits`;
  return `${serviceFailures} of ${calls}${share}${own}${limits}`;
}

function nextText({ phase, judgedInMs, pausedMs }: Figures): string {
  if (phase === 'paused' || phase === 'stopped') return phases[phase];
  const pause = pausedMs > 0 ? `, nothing is sent for ${durationText(Math.ceil(pausedMs / 1000) * 1000)}` : '';
  return judgedInMs > 0
    ? `judged in ${durationText(Math.ceil(judgedInMs / 1000) * 1000)}${pause}`
    : `judged when enough calls have ended${pause}`;
}

/** A decision in words. */
export function decisionLines(
  { action, from, to, because }: Decision,
  { steps }: Pick<Figures, 'steps'>,
  { paint, width }: TextStyle,
): readonly string[] {
  const mark = decisionMarks[action];
  const colored =
    action === 'step-back' || action === 'stop'
      ? paint.bad(mark)
      : action === 'go-on'
        ? paint.good(mark)
        : paint.warn(mark);
  return hang(
    `${colored} `,
    visible(`${headline(action, stepText(steps[from]), stepText(steps[to]))} ${because}`.trimEnd()),
    width,
  );
}

function headline(action: Decision['action'], from: string, to: string): string {
  switch (action) {
    case 'go-on':
      return `Goes on from ${from} to ${to}.`;
    case 'step-back':
      return `Steps back from ${from} to ${to}.`;
    case 'hold':
      return `Holds ${to}.`;
    case 'ask':
      return `Holds ${to} and asks.`;
    case 'pause':
      return 'Pauses.';
    case 'resume':
      return `Goes on at ${to}.`;
    default:
      return 'Stops.';
  }
}

/** How each figure of a decision ended, in a line each. */
export function measurementLines({ measurements }: Decision, { paint, width }: TextStyle): readonly string[] {
  const colors = { successful: paint.good, failed: paint.bad, inconclusive: paint.warn, error: paint.bad } as const;
  return measurements.flatMap((one) =>
    hang(
      `    ${nameOf(one).toLowerCase().padEnd(12)} ${colors[one.result](one.result.padEnd(12))} `,
      visible(one.because),
      width,
    ),
  );
}

/** One line for a log or a pipe. */
export function progressLine(now: Figures, total: number): string {
  const ended = total - (now.waiting ?? 0) - now.inFlight;
  const latency = now.latency ? `, p95 ${numberText(now.latency.p95)} ms` : '';
  return `  ${stepText(now.steps[now.step])}: ${numberText(now.sentPerMinute)} a minute, ${numberText(ended)} of ${numberText(total)} ended, ${now.inFlight} under way, ${errorsText(now)} failed${latency}`;
}
