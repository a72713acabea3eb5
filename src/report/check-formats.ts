import type { Problem } from '../core/problem.ts';
import type { CheckedItem } from './check-model.ts';
import { fenced } from './fence.ts';
import { visible } from './visible.ts';
import { commandData, commandProperty } from './workflow-command.ts';

/** The API's path and message as one sentence. */
export function sentenceOf({ path, message }: Problem): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** Judged requests as plain data, for `--json`. */
export function checkJson(items: readonly CheckedItem[]): unknown {
  return {
    ok: items.every(({ ok }) => ok),
    items: items.map(({ name, what, ok, problems, tokens, note }) => ({
      name,
      what,
      ok,
      problems: problems.map(({ problem, line, column }) => ({ ...problem, line, column })),
      tokens,
      note,
    })),
  };
}

/** Judged requests as Markdown, to be pasted into an issue. */
export function checkMarkdown(items: readonly CheckedItem[]): string {
  return items
    .map((item) =>
      [
        `### ${visible(item.name)}: ${item.ok ? 'the API would take it' : 'the API would refuse it'}`,
        '',
        ...item.problems.flatMap(({ problem, line, column }) =>
          [
            `- **${problem.severity}** \`${problem.cause}\` (line ${line}, column ${column})`,
            ...fenced(visible(sentenceOf(problem))).map((row) => `  ${row}`),
          ].concat(problem.why === undefined ? [] : `  ${visible(problem.why)}`),
        ),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** Judged requests as workflow commands, which GitHub shows at the lines of a pull request. */
export function checkGithub(items: readonly CheckedItem[]): string {
  return items
    .flatMap((item) =>
      item.problems.map(({ problem, line, column }) => {
        const place = item.file === undefined ? '' : `file=${commandProperty(item.file)},line=${line},col=${column},`;
        return `::${problem.severity} ${place}title=${commandProperty(problem.cause)}::${commandData(visible(sentenceOf(problem)))}\n`;
      }),
    )
    .join('');
}
