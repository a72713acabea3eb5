import { html, type Html } from '../../report/html.ts';
import { pageHead } from '../../report/page-head.ts';
import type { Figures } from '../figures.ts';
import { nameOf } from '../judging.ts';
import { stepText } from '../plan.ts';
import type { Decision } from '../state.ts';
import { durationText, numberText, percentText } from '../words.ts';
import { decisionMarks } from './figures-text.ts';
import { endsText, type RunSummary } from './summary-text.ts';

/** A value over time; a gap where it was not measured. */
interface Line {
  readonly name: string;
  readonly color: string;
  readonly values: readonly (number | undefined)[];
}

interface Plot {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly written: (value: number) => string;
}

const size = { width: 900, height: 170, left: 70, right: 12, top: 10, bottom: 26 } as const;
const colors = ['#2563eb', '#d97706', '#059669', '#9333ea'] as const;

/**
 * A run as one page that needs nothing else: the figures over time with the decisions marked on them, and every
 * decision with its reasons. No script, and a policy that lets it load nothing.
 */
export function runPage(summary: RunSummary, history: readonly Figures[], decisions: readonly Decision[]): string {
  const { run, figures, ends, ending, because } = summary;
  const from = history[0]?.at ?? figures.at;
  const until = Math.max(history.at(-1)?.at ?? from, from + 1000);
  const times = history.map(({ at }) => at);
  const steps = figures.steps;
  return `${
    html`${pageHead(`Ramp ${run}`, { html: style })}
<body>
<header>
<p class="faint">Ramp ${run} · <time>${new Date(from).toISOString()}</time> to <time>${new Date(until).toISOString()}</time></p>
<h1>${ending === 'drained' ? 'The queue is empty' : `Ended: ${ending}`}</h1>
${because === undefined ? undefined : html`<p>${because}</p>`}
<p>${endsText(ends)}. ${numberText(figures.totals.sent)} calls sent, ${numberText(figures.totals.retries)} of them retries, in ${durationText(summary.tookMs)}.</p>
</header>
<main>
${plotsOf(history).map((plot) => plotSection(plot, times, { from, until, decisions }))}
<section>
<h2>Decisions</h2>
<table>
<thead><tr><th scope="col">After</th><th scope="col"></th><th scope="col">Decision</th><th scope="col">Why</th></tr></thead>
<tbody>
${decisions.map((one) => decisionRow(one, steps, from))}
</tbody>
</table>
</section>
</main>
<footer class="faint">Made by Faultline. It holds figures and reasons, and nothing of what requests and answers say.</footer>
</body>
</html>`.html
  }\n`;
}

function plotsOf(history: readonly Figures[]): readonly Plot[] {
  const line = (index: number, name: string, value: (figures: Figures) => number | undefined): Line => ({
    name,
    color: colors[index % colors.length] ?? colors[0],
    values: history.map(value),
  });
  const names = [...new Set(history.flatMap(({ usage }) => usage.map(({ name }) => name)))];
  return [
    {
      title: 'Latency and first token (95th percentile)',
      written: timeText,
      lines: [
        line(0, 'latency', ({ latency }) => latency?.p95),
        line(1, 'first token', ({ firstToken }) => firstToken?.p95),
        line(2, 'usual latency', ({ usualLatency }) => usualLatency?.p95),
      ],
    },
    {
      title: 'Failures, as a share of the calls since the last judgement',
      written: percentText,
      lines: [
        line(0, 'of the service', ({ calls, serviceFailures }) => (calls === 0 ? undefined : serviceFailures / calls)),
        line(1, 'by limits', ({ calls, limitRefusals }) => (calls === 0 ? undefined : limitRefusals / calls)),
        line(2, 'by their own request', ({ calls, ownFailures }) => (calls === 0 ? undefined : ownFailures / calls)),
      ],
    },
    {
      title: 'Usage, as a share of each limit',
      written: percentText,
      lines: names.map((name, index) =>
        line(index, name, ({ usage }) => {
          const found = usage.find((one) => one.name === name);
          return found && found.used / found.limit;
        }),
      ),
    },
    {
      title: 'Queue',
      written: numberText,
      lines: [line(0, 'waiting', ({ waiting }) => waiting), line(1, 'under way', ({ inFlight }) => inFlight)],
    },
    {
      title: 'Calls a minute',
      written: numberText,
      lines: [
        line(0, 'sent', ({ sentPerMinute }) => sentPerMinute),
        line(1, 'allowed by the step', ({ allowedPerMinute }) => allowedPerMinute),
      ],
    },
  ];
}

function timeText(ms: number): string {
  return ms >= 1000 ? `${numberText(ms / 1000)} s` : `${numberText(ms)} ms`;
}

interface Span {
  readonly from: number;
  readonly until: number;
  readonly decisions: readonly Decision[];
}

function plotSection({ title, lines, written }: Plot, times: readonly number[], span: Span): Html {
  const shown = lines.filter(({ values }) => values.some((value) => value !== undefined));
  const most = Math.max(0, ...shown.flatMap(({ values }) => values.filter((value) => value !== undefined))) || 1;
  const x = (at: number): number =>
    size.left + ((at - span.from) / (span.until - span.from)) * (size.width - size.left - size.right);
  const y = (value: number): number =>
    size.height - size.bottom - (value / most) * (size.height - size.top - size.bottom);
  const marks = span.decisions.filter(({ action, from, to }) => action !== 'hold' || from !== to);
  return html`<section>
<h2>${title}</h2>
<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${title}">
<line class="axis" x1="${size.left}" x2="${size.width - size.right}" y1="${y(0)}" y2="${y(0)}"/>
<text x="${size.left - 6}" y="${y(0)}" text-anchor="end">0</text>
<text x="${size.left - 6}" y="${size.top + 8}" text-anchor="end">${written(most)}</text>
<text x="${size.left}" y="${size.height - 6}">0</text>
<text x="${size.width - size.right}" y="${size.height - 6}" text-anchor="end">${durationText(span.until - span.from)}</text>
${marks.map(
  ({ at, action }) =>
    html`<g class="mark ${action}"><line x1="${x(at).toFixed(1)}" x2="${x(at).toFixed(1)}" y1="${size.top}" y2="${y(0)}"/><text x="${x(at).toFixed(1)}" y="${size.top + 8}" text-anchor="middle">${decisionMarks[action]}</text></g>\n`,
)}
${shown.map(({ color, values }) => html`<path stroke="${color}" d="${pathOf(values, times, x, y)}"/>\n`)}
</svg>
<p class="legend">${shown.length === 0 ? 'Nothing was measured.' : shown.map(({ name, color }) => html`<span style="color:${color}">■</span> ${name} `)}</p>
</section>
`;
}

function pathOf(
  values: readonly (number | undefined)[],
  times: readonly number[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  let isDrawn = false;
  return values
    .map((value, index) => {
      if (value === undefined || !Number.isFinite(value)) {
        isDrawn = false;
        return '';
      }
      const point = `${isDrawn ? 'L' : 'M'}${x(times[index] ?? 0).toFixed(1)} ${y(value).toFixed(1)}`;
      isDrawn = true;
      return point;
    })
    .join('');
}

function decisionRow(
  { at, action, from, to, because, measurements }: Decision,
  steps: Figures['steps'],
  start: number,
): Html {
  const moved = from === to ? stepText(steps[to]) : `${stepText(steps[from])} → ${stepText(steps[to])}`;
  return html`<tr class="${action}"><td>${durationText(at - start)}</td><td>${decisionMarks[action]}</td><td>${action} ${moved}</td><td>${because}${
    measurements.length === 0
      ? undefined
      : html`<ul>${measurements.map((one) => html`<li>${nameOf(one)}: <strong>${one.result}</strong>. ${one.because}</li>`)}</ul>`
  }</td></tr>\n`;
}

const style = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0.2rem 0; } h2 { font-size: 1.05rem; margin: 1.6rem 0 0.3rem; }
.faint { opacity: 0.7; font-size: 0.9rem; }
svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: currentColor; }
path { fill: none; stroke-width: 1.6; } .axis { stroke: currentColor; opacity: 0.4; }
.mark line { stroke: currentColor; stroke-dasharray: 2 3; opacity: 0.5; }
.mark.step-back line, .mark.stop line { stroke: #dc2626; opacity: 0.9; } .mark.go-on line { stroke: #16a34a; opacity: 0.9; }
.legend { margin: 0; font-size: 0.9rem; }
table { border-collapse: collapse; width: 100%; } th { text-align: left; }
td, th { padding: 0.3rem 0.6rem 0.3rem 0; vertical-align: top; border-top: 1px solid #8884; }
tr.step-back td:nth-child(2), tr.stop td:nth-child(2) { color: #dc2626; } tr.go-on td:nth-child(2) { color: #16a34a; }
ul { margin: 0.2rem 0 0; padding-left: 1.1rem; font-size: 0.88rem; opacity: 0.85; }
`;
