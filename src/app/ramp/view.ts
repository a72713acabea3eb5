import type { Figures } from '../../ramp/figures.ts';
import { decisionLines, figuresText, measurementLines, progressLine } from '../../ramp/show/figures-text.ts';
import { outlookText, type Outlook } from '../../ramp/show/plan-text.ts';
import { nothingText, summaryText, type RunSummary } from '../../ramp/show/summary-text.ts';
import type { Decision } from '../../ramp/state.ts';
import type { Host } from '../operation.ts';
import { textStyle } from '../style.ts';
import type { RunNews } from './drain.ts';

/** What a person or a program sees of a run. */
export interface View {
  readonly start: (outlook: Outlook) => void;
  readonly news: (news: RunNews) => void;
  readonly note: (text: string) => void;
  readonly end: (summary: RunSummary) => void;
  /** Nothing of the queue is left to send. */
  readonly nothing: (ends: RunSummary['ends'], folder: string) => void;
}

const everyMs = 10_000;
/** Figures that a chart in the terminal goes back. */
const shownFigures = 60;

/** The view that fits: JSON lines where asked for, a live one in a terminal, plain lines elsewhere. */
export function viewOn(host: Host, isJson: boolean, total: number): View {
  if (isJson) return jsonView(host);
  return host.outIsTerminal && host.env['TERM'] !== 'dumb' ? liveView(host, total) : lineView(host, total);
}

function jsonView({ out }: Host): View {
  const line = (value: object): void => out(`${JSON.stringify(value)}\n`);
  let shownAt = -Infinity;
  return {
    start: (outlook) => line({ kind: 'plan', ...outlook }),
    news(news) {
      if (news.kind === 'decision') line({ kind: 'decision', ...news.decision });
      else if (news.kind === 'entry') line(news);
      else if (news.figures.at - shownAt >= everyMs) {
        shownAt = news.figures.at;
        line({ kind: 'figures', ...news.figures });
      }
    },
    note: (text) => line({ kind: 'note', text }),
    end: (summary) => line({ kind: 'summary', ...summary }),
    nothing: (ends, folder) => line({ kind: 'nothing', ends, folder }),
  };
}

function lineView(host: Host, total: number): View {
  const style = textStyle(host);
  let shownAt = -Infinity;
  const isSame = repeated();
  return {
    start: (outlook) => host.out(outlookText(outlook, style)),
    news(news) {
      if (news.kind === 'decision') {
        if (!isSame(news.decision)) host.out(`${decisionText(news.decision, news.figures, host)}\n`);
      } else if (news.kind === 'figures' && news.figures.at - shownAt >= everyMs) {
        shownAt = news.figures.at;
        host.out(`${progressLine(news.figures, total)}\n`);
      }
    },
    note: (text) => host.out(`${text}\n`),
    end: (summary) => host.out(summaryText(summary, style)),
    nothing: (ends, folder) => host.out(nothingText(ends, folder, style)),
  };
}

/** The figures stay in place at the bottom; decisions move up above them. */
function liveView(host: Host, total: number): View {
  const style = textStyle(host);
  const history: Figures[] = [];
  let drawn = 0;
  const isSame = repeated();
  const clear = (): string => (drawn === 0 ? '' : `\u001b[${drawn}A\u001b[J`);
  const draw = (above = ''): void => {
    const lines = figuresText(history, total, style);
    host.out(`${clear()}${above}${lines.map((line) => `${line}\n`).join('')}`);
    drawn = lines.length;
  };
  return {
    start: (outlook) => host.out(`${outlookText(outlook, style)}\n`),
    news(news) {
      if (news.kind === 'figures') {
        history.push(news.figures);
        if (history.length > shownFigures) history.shift();
        draw();
      } else if (news.kind === 'decision' && !isSame(news.decision))
        draw(`${decisionText(news.decision, news.figures, host)}\n`);
    },
    note: (text) => draw(`${text}\n`),
    end(summary) {
      host.out(`${clear()}${summaryText(summary, style)}`);
      drawn = 0;
    },
    nothing: (ends, folder) => host.out(nothingText(ends, folder, style)),
  };
}

function decisionText(decision: Decision, figures: Figures, host: Host): string {
  const style = textStyle(host);
  const { because, measurements } = decision;
  // What a figure says is said beside it.
  const isSaid = decision.action !== 'ask' && measurements.some((one) => because.includes(one.because));
  return [
    ...decisionLines(isSaid ? { ...decision, because: '' } : decision, figures, style),
    ...measurementLines(decision, style),
  ].join('\n');
}

/** Whether a decision says what the one before said: a run at its full rate is judged all day. */
function repeated(): (decision: Decision) => boolean {
  let last = '';
  return ({ action, to, because }) => {
    const now = `${action} ${to} ${because}`;
    const isSame = action === 'hold' && now === last;
    last = now;
    return isSame;
  };
}
