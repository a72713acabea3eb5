import { hang } from '../../report/layout.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import { visible } from '../../report/visible.ts';
import type { Expectation } from '../expectation.ts';
import { planText, stepText, type Plan } from '../plan.ts';
import { durationText, numberText, percentText } from '../words.ts';

/** What is known of a run before anything is sent. */
export interface Outlook {
  readonly plan: Plan;
  readonly source: string;
  readonly baseUrl: string;
  /** Where the address comes from: `--base-url`, or a variable. */
  readonly baseUrlFrom: string;
  /** The variable that holds the credential; never its value. */
  readonly credentialFrom?: string;
  readonly folder: string;
  readonly run: string;
  readonly isResumed: boolean;
  readonly waiting: number;
  readonly done: number;
  readonly failed: number;
  readonly setAside: readonly { readonly label: string; readonly because: string }[];
  readonly unknown: readonly string[];
  readonly models: Readonly<Record<string, number>>;
  /** Estimated tokens of what waits; the output is at most what the requests allow. */
  readonly inputTokens: { readonly low: number; readonly high: number };
  readonly mostOutputTokens: number;
  readonly expected: Expectation;
  /** What the expectation takes for the full rate. */
  readonly expectedBy: string;
}

const mostListed = 5;

/** The plan of a run, as it is shown before the start and by `--dry-run`. */
export function outlookText(outlook: Outlook, style: TextStyle): string {
  const { plan, waiting, done, failed, setAside, unknown, models, inputTokens, mostOutputTokens, expected } = outlook;
  const row = (name: string, text: string): readonly string[] =>
    hang(`  ${name.padEnd(11)} `, visible(text), style.width);
  const { rules } = plan;
  const lines = [
    style.paint.strong(`Ramp ${outlook.run}${outlook.isResumed ? ', goes on where it ended' : ''}`),
    ...row('Sends to', `${outlook.baseUrl} (${outlook.baseUrlFrom})`),
    ...row('Key', outlook.credentialFrom === undefined ? 'none is set' : `from ${outlook.credentialFrom}`),
    ...row(
      'Queue',
      `${numberText(waiting)} to send${plural(done, 'done before')}${plural(failed, 'failed before')}${plural(setAside.length, 'set aside')}${plural(unknown.length, 'of unknown outcome')}`,
    ),
    ...row(
      'Models',
      Object.entries(models)
        .map(([model, count]) => `${model === '' ? 'none named' : model} ${numberText(count)}`)
        .join(', ') || 'none',
    ),
    ...row(
      'Tokens',
      `${numberText(inputTokens.low)} to ${numberText(inputTokens.high)} of input (an estimate), at most ${numberText(mostOutputTokens)} of output`,
    ),
    ...row('Plan', planText(plan)),
    ...row(
      'Steps back',
      `beyond ${percentText(rules.errorShare)} failures of the service, times beyond ${numberText(rules.slowdown)} times the baseline, refusals by limits`,
    ),
    ...row(
      'Retries',
      `${numberText(plan.retries)}, and one more for every five calls that go well; ${plan.attempts} failures of one call`,
    ),
    ...row(
      'Expected',
      `${expected.ms === 0 ? 'nothing to send' : `about ${durationText(expected.ms)}`} when all goes well, ${outlook.expectedBy}`,
    ),
    ...expected.steps.flatMap(({ perMinute, ms, calls }, index) =>
      row(
        '',
        `${stepText(plan.steps[index])}: ${numberText(perMinute)} a minute for ${durationText(ms)}, ${numberText(calls)} calls`,
      ),
    ),
    `  ${'Writes to'.padEnd(11)} ${visible(outlook.folder)}`,
  ];
  const aside = setAside.slice(0, mostListed).flatMap(({ label, because }) => row('Set aside', `${label}: ${because}`));
  const more = setAside.length - mostListed;
  return `${[
    ...lines,
    ...aside,
    ...(more > 0 ? row('', `and ${numberText(more)} more, each with its reason in answers.ndjson`) : []),
    ...(unknown.length > 0
      ? row(
          'Unknown',
          `${unknown.slice(0, mostListed).join(', ')}${unknown.length > mostListed ? ` and ${numberText(unknown.length - mostListed)} more` : ''}: under way when the run before ended, and not sent again. --resend-unknown sends them.`,
        )
      : []),
  ].join('\n')}\n`;
}

function plural(count: number, what: string): string {
  return count === 0 ? '' : `, ${numberText(count)} ${what}`;
}
