import { withoutCustomSecrets } from '../../capture/output-redaction.ts';
import { logMarkdown } from '../../report/log-markdown.ts';
import { logText } from '../../report/log-text.ts';
import { verdictMarkdown } from '../../report/verdict-markdown.ts';
import { verdictText } from '../../report/verdict-text.ts';
import { customSecrets, redactOption } from '../redaction-options.ts';
import { readingFailed } from '../files.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { textStyle } from '../style.ts';
import { explainSource, type Explanation } from './explain.ts';
import { sourcesOf } from './input.ts';
import { progressOn } from './progress.ts';

/** Says what an error means. */
export const explain = defineOperation({
  name: 'explain',
  summary: 'Say what an error means, on whose side it is, and what to do',
  operands: '[FILE | TEXT | INCIDENT | -]...',
  about:
    'Takes anything that shows a failing call: an exception, a response body, curl output, a HAR file, an event stream, a log of any size. Reads files, the text given, or standard input. Works offline; secrets in the input never come out again.',
  options: {
    json: {
      type: 'boolean',
      against: ['format=text', 'format=markdown'],
      about: 'print the whole verdict as one JSON object (schemas/explain.schema.json)',
    },
    ndjson: { type: 'boolean', against: ['format'], about: 'read {"id","text"} lines, answer {"id","verdict"} lines' },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      about: 'text (default), json or markdown',
    },
    ...redactOption,
    quiet: { type: 'boolean', short: 'q', about: 'print only the causes, one a line' },
  },
  examples: [
    { command: 'faultline explain error.txt', about: 'explain what a file holds' },
    { command: 'npm run app 2>&1 | faultline', about: 'explain what a program prints' },
    { command: "faultline explain '529 overloaded_error: Overloaded'", about: 'explain a text' },
    { command: 'faultline explain app.log --format markdown', about: 'a summary of a log, to paste into an issue' },
  ],
  async run(input, host) {
    const clean = withoutCustomSecrets(customSecrets(input, host));
    if (input.flag('ndjson')) {
      const { explainLines } = await import('./ndjson.ts');
      await explainLines(input.args, host, clean);
      return exitCodes.nothingFound;
    }
    const explanations: Explanation[] = [];
    for (const source of sourcesOf(input.args, host)) {
      const progress = progressOn(host, source);
      try {
        explanations.push(clean(await explainSource(source, progress.update)));
      } catch (error) {
        throw readingFailed(source.name, error);
      } finally {
        progress.clear();
      }
    }
    host.out(print(explanations, input, host));
    return worst(explanations);
  },
});

function print(explanations: readonly Explanation[], input: OperationInput, host: Host): string {
  const format = input.flag('json') ? 'json' : (input.value('format') ?? 'text');
  if (format === 'json') {
    const [only, ...more] = explanations.map(asJson);
    return `${JSON.stringify(more.length === 0 ? only : [only, ...more], undefined, 2)}\n`;
  }
  if (input.flag('quiet')) return explanations.flatMap((one) => quietLines(one, explanations.length > 1)).join('');
  const style = textStyle(host);
  const headed = explanations.length > 1;
  return explanations
    .map((one) => {
      const heading = headed
        ? format === 'markdown'
          ? `## ${one.source}\n\n`
          : `${style.paint.strong(one.source)}\n`
        : '';
      if (format === 'markdown')
        return heading + (one.kind === 'log' ? logMarkdown(one.summary) : verdictMarkdown(one.verdict));
      return heading + (one.kind === 'log' ? logText(one.summary, style) : verdictText(one.verdict, style));
    })
    .join('\n');
}

function asJson(one: Explanation): unknown {
  if (one.kind === 'error') return { kind: 'error', source: one.source, ...one.verdict };
  const { minutes, ...summary } = one.summary;
  const perMinute = Object.fromEntries([...minutes].map(([ms, count]) => [new Date(ms).toISOString(), count]));
  return { kind: 'log', source: one.source, outcome: outcomeOf(one), ...summary, perMinute };
}

/** One line for each cause; behind the name of its input where there are several. */
function quietLines(one: Explanation, named: boolean): readonly string[] {
  const prefix = named ? `${one.source}: ` : '';
  return causeLines(one).map((line) => `${prefix}${line}\n`);
}

function causeLines(one: Explanation): readonly string[] {
  if (one.kind === 'log' && one.summary.groups.length > 0)
    return one.summary.groups.map(({ count, cause }) => `${count} ${cause}`);
  const finding = one.kind === 'error' ? one.verdict.findings[0] : undefined;
  return [finding ? `${finding.cause} (${finding.certainty}): ${finding.title}` : outcomeOf(one)];
}

function outcomeOf(one: Explanation): 'failure' | 'none' | 'unknown' {
  if (one.kind === 'error') return one.verdict.outcome;
  if (one.summary.groups.length > 0) return 'failure';
  return one.summary.failures > 0 ? 'unknown' : 'none';
}

function worst(explanations: readonly Explanation[]): ExitCode {
  const outcomes = new Set(explanations.map(outcomeOf));
  if (outcomes.has('failure')) return exitCodes.found;
  return outcomes.has('unknown') ? exitCodes.couldNotTell : exitCodes.nothingFound;
}
