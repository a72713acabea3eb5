import { sentenceOf } from './check-formats.ts';
import type { CheckedItem, PlacedProblem } from './check-model.ts';

/** What a report says of a rule apart from its results. */
export interface RulePage {
  readonly title: string;
  readonly url: string;
}

/** Judged requests as a SARIF 2.1.0 log; `pages` has the page of each cause by its id. */
export function checkSarif(
  items: readonly CheckedItem[],
  version: string,
  pages: ReadonlyMap<string, RulePage>,
): unknown {
  const causes = [...new Set(items.flatMap(({ problems }) => problems.map(({ problem }) => problem.cause)))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'faultline',
            semanticVersion: version,
            rules: causes.map((id) => sarifRule(id, pages.get(id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: items.flatMap((item) =>
          item.problems.map((one) => sarifResult(one, item, causes.indexOf(one.problem.cause))),
        ),
      },
    ],
  };
}

function sarifRule(id: string, page: RulePage | undefined): unknown {
  return {
    id,
    shortDescription: { text: page?.title ?? id },
    help: { text: `\`faultline causes ${id}\` prints what it is and what to do.` },
    helpUri: page?.url,
  };
}

function sarifResult({ problem, line, column }: PlacedProblem, item: CheckedItem, ruleIndex: number): unknown {
  return {
    ruleId: problem.cause,
    ruleIndex,
    level: problem.severity,
    message: { text: [sentenceOf(problem), problem.why].filter((line) => line !== undefined).join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(item.file ?? item.name) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** A path as a relative reference, in which only ASCII may stand. */
function uriOf(path: string): string {
  return encodeURI(path.toWellFormed().replaceAll('\\', '/')).replaceAll('#', '%23').replaceAll('?', '%3F');
}
