import type { Incident } from '../../core/incident.ts';
import type { SupportReport } from '../../core/support-report.ts';
import type { DocumentBlock, TextDocument } from '../document.ts';
import { marks, spentText, timeText } from '../examination-text.ts';
import { bodyFile } from '../request-scripts.ts';
import { certainties, exactDuration, retryWords, sides } from '../words.ts';
import { featuresOf, headerIn, organizationOf, requestIdOf, rowsOf } from './call.ts';
import { missingIn } from './missing.ts';
import { ruledOut, stepsOf } from './steps.ts';
import { localTime } from './times.ts';

/** A file of the bundle, as the report lists it. */
export interface ListedFile {
  readonly path: string;
  readonly about: string;
}

/** What failed, in a few words. */
export function titleOf({ verdict, response }: Incident): string {
  return (
    verdict.findings[0]?.title ??
    (response ? `A call failed with ${response.status}, and the cause is not known` : 'A call got no answer')
  );
}

/** A report for support or for a teammate, whole. */
export function supportDocument(
  report: SupportReport,
  files: readonly ListedFile[],
  redactions: Readonly<Record<string, number>>,
): TextDocument {
  const { incident } = report;
  return {
    title: titleOf(incident),
    lead: leadOf(report),
    sections: [
      { title: 'The error, exactly', blocks: errorBlocks(incident) },
      { title: 'When', blocks: timeBlocks(report) },
      { title: 'What was called', blocks: [{ kind: 'facts', rows: callRows(report) }] },
      { title: 'Versions and system', blocks: [{ kind: 'facts', rows: systemRows(report) }] },
      { title: 'What it means', blocks: meaningBlocks(incident) },
      { title: 'Steps taken', blocks: [stepTable(report)] },
      { title: 'Ruled out', blocks: listed(ruledOut(report)) },
      { title: 'Checks', blocks: examinationBlocks(report) },
      { title: 'The request', blocks: requestBlocks(report) },
      { title: 'Still missing', blocks: missingBlocks(report) },
      { title: 'What is in this report', blocks: fileBlocks(report, files, redactions) },
    ],
  };
}

function leadOf({ incident, madeAt, faultline, surroundings }: SupportReport): string {
  const { facts } = incident.verdict;
  const parts = [
    incident.response ? `HTTP ${incident.response.status}` : 'no answer',
    ...[facts.errorType, facts.errorCode].flatMap((one) => (one === undefined ? [] : [`\`${one}\``])),
    ...[requestIdOf(incident)].flatMap((one) => (one === undefined ? [] : [`request id \`${one}\``])),
    localTime(incident.at, surroundings.zone),
  ];
  return `${parts.join(' · ')}. Incident \`${incident.id}\`, reported ${madeAt} with Faultline ${faultline}.`;
}

function errorBlocks({ verdict: { facts }, response, ending }: Incident): readonly DocumentBlock[] {
  const body = response?.body.text ?? '';
  const exact = [
    ...(response ? [`HTTP ${response.status} ${response.statusText}`.trim()] : []),
    ...(response && response.status >= 300 && body !== ''
      ? [body]
      : facts.message === undefined
        ? []
        : [facts.message]),
    ...(ending === undefined ? [] : [ending]),
  ].join('\n');
  return [
    {
      kind: 'facts',
      rows: rowsOf([
        ['Status', response?.status ?? facts.status],
        ['Type', facts.errorType],
        ['Code', facts.errorCode ?? facts.errno],
        ['Path', facts.path],
        ['Message', facts.message],
        ['Retry after', facts.retryAfterSeconds === undefined ? undefined : `${facts.retryAfterSeconds} s`],
      ]),
    },
    { kind: 'exact', text: clipped(exact) },
  ];
}

const mostExact = 4000;

function clipped(text: string): string {
  return text.length <= mostExact ? text : `${text.slice(0, mostExact)}\n… (${text.length} characters in all)`;
}

function timeBlocks({ incident, surroundings: { zone } }: SupportReport): readonly DocumentBlock[] {
  const { at, attempts, timing, observations } = incident;
  const times: DocumentBlock = {
    kind: 'facts',
    rows: rowsOf([
      ['Local time', `${localTime(at, zone)} (${zone}, where the report was made)`],
      ['UTC', at],
      ['Took', exactDuration(timing.endMs)],
      [
        'First byte of the answer',
        timing.firstByteMs === undefined ? undefined : `after ${exactDuration(timing.firstByteMs)}`,
      ],
    ]),
  };
  if (attempts.length < 2) return [times, ...listed(observations)];
  const tries: DocumentBlock = {
    kind: 'table',
    head: ['try', 'UTC', 'answer', 'took', 'request id'],
    rows: attempts.map(({ at: tried, status, tookMs, requestId }, index) => [
      String(index + 1),
      tried,
      String(status ?? 'none'),
      exactDuration(tookMs),
      requestId ?? '',
    ]),
  };
  return [times, tries, ...listed(observations)];
}

function callRows(report: SupportReport): readonly (readonly [string, string])[] {
  const { incident, plan } = report;
  const { request, upstream, response, verdict } = incident;
  const answered = response?.headers ?? [];
  return rowsOf([
    ['Call', `${request.method} ${upstream}${request.path}`],
    ['Model', request.shape.model ?? verdict.facts.model],
    ['Feature', featuresOf(incident)],
    ['API version', headerIn(request.headers, 'anthropic-version')],
    ['Betas', headerIn(request.headers, 'anthropic-beta')],
    ['Request id', requestIdOf(incident)],
    ['Organization id', organizationOf(report)],
    [
      'Workspace id',
      headerIn(answered, 'anthropic-workspace-id') ?? headerIn(request.headers, 'anthropic-workspace-id'),
    ],
    ['Plan (as the reporter says)', plan],
    ['Platform', verdict.facts.platform ?? report.examination?.target.platform],
    ['Edge', headerIn(answered, 'cf-ray')],
    ['Region', incident.caller.region],
    ['Size of the request', `${request.body.bytes} bytes`],
    ['Messages', request.shape.messages],
    ['max_tokens', request.shape.maxTokens],
  ]);
}

function systemRows({ incident, surroundings, faultline }: SupportReport): readonly (readonly [string, string])[] {
  const { caller } = incident;
  const { system, release, architecture, node, python, sdks, variables, settings } = surroundings;
  return rowsOf([
    ['Client, as it says itself', [caller.client, caller.version, caller.language].filter(Boolean).join(' ')],
    ['Its runtime', [caller.runtime, caller.runtimeVersion].filter(Boolean).join(' ')],
    ['Its system', [caller.system, caller.architecture].filter(Boolean).join(' ')],
    ['SDKs in the project', sdks.map((one) => `${one.package} ${one.version}`).join(', ')],
    ['Node on this machine', node],
    ['Python on this machine', python],
    ['System of this machine', `${system} ${release} ${architecture}`],
    ['Faultline', faultline],
    ['Variables that are set', variables.map((name) => `\`${name}\``).join(', ')],
    [
      'Their values, where they are no secret',
      Object.entries(settings)
        .map(([name, value]) => `\`${name}=${value}\``)
        .join(', '),
    ],
  ]);
}

function meaningBlocks({ verdict }: Incident): readonly DocumentBlock[] {
  const [first, ...others] = verdict.findings;
  if (!first) return listed(verdict.open);
  return [
    {
      kind: 'paragraph',
      text: `On the side of ${sides[first.locus]} · ${certainties[first.certainty]} · \`${first.cause}\`. ${first.explanation}`,
    },
    {
      kind: 'list',
      isNumbered: true,
      items: first.remedies.map(({ action, run }) =>
        run === undefined ? action : `${action} \`${run.replaceAll(/[`\n]/g, ' ')}\``,
      ),
    },
    { kind: 'paragraph', text: `Retry: ${retryWords(first.retry)}. ${first.retry.because}` },
    {
      kind: 'paragraph',
      text: `Official source: ${first.docs.title}, ${first.docs.url} (checked ${first.docs.checkedOn}).`,
    },
    ...listed(
      others.map(
        ({ title, cause, certainty }) => `It may also be: ${title} (\`${cause}\`, ${certainties[certainty]}).`,
      ),
    ),
  ];
}

function stepTable(report: SupportReport): DocumentBlock {
  return {
    kind: 'table',
    head: ['step', 'result', 'by'],
    rows: stepsOf(report).map(({ what, result, by }) => [what, result, by]),
  };
}

function examinationBlocks({ examination }: SupportReport): readonly DocumentBlock[] {
  if (!examination) return [];
  const { headline, conclusions, probes, notTested, spent, target } = examination;
  return [
    { kind: 'paragraph', text: [headline, ...conclusions].join(' ') },
    {
      kind: 'facts',
      rows: rowsOf([
        ['Examined', `${target.baseUrl} (${target.platform})`],
        ['Through the proxy', target.proxy],
        ['Credential', target.credential === undefined ? undefined : `taken from \`${target.credential}\``],
        ['Used', spentText(spent)],
      ]),
    },
    {
      kind: 'table',
      head: ['', 'check', 'time', 'what it saw'],
      rows: probes
        .filter(({ mark }) => mark !== 'needless')
        .map(({ mark, id, tookMs, said, notes }) => [
          marks[mark].word,
          id,
          tookMs === undefined ? '' : timeText(tookMs),
          [said, ...notes.map(({ text }) => text)].join(' '),
        ]),
    },
    ...listed(notTested.map(({ asks, because }) => `Not tested: ${asks} ${because}`)),
  ];
}

function requestBlocks({ reproduction, withoutRequest }: SupportReport): readonly DocumentBlock[] {
  if (!reproduction) return [{ kind: 'paragraph', text: withoutRequest ?? 'There is none in this report.' }];
  return [
    { kind: 'paragraph', text: `\`request.json\` is ${requestWords[reproduction.kind]}` },
    { kind: 'exact', text: clipped(bodyFile(reproduction.request).trimEnd()) },
  ];
}

const requestWords = {
  reduced: 'the smallest request that fails in the same way.',
  whole: 'the request as it was sent, without secrets.',
  structure:
    'the request as it was sent, with every text replaced by words without meaning, and names of fields by numbers. `--share=all` keeps them.',
} as const;

function missingBlocks(report: SupportReport): readonly DocumentBlock[] {
  const missing = missingIn(report);
  return missing.length === 0
    ? [{ kind: 'paragraph', text: 'Nothing that is usually asked for.' }]
    : [{ kind: 'table', head: ['what', 'how to get it'], rows: missing.map(({ what, how }) => [what, how]) }];
}

function fileBlocks(
  { share }: SupportReport,
  files: readonly ListedFile[],
  redactions: Readonly<Record<string, number>>,
): readonly DocumentBlock[] {
  const counts = Object.entries(redactions).map(([kind, count]) => `${count} ${kind}`);
  return [
    { kind: 'table', head: ['file', 'what it is'], rows: files.map(({ path, about }) => [`\`${path}\``, about]) },
    {
      kind: 'paragraph',
      text: `${counts.length === 0 ? 'Nothing in it is redacted.' : `Redacted in it: ${counts.join(', ')}.`} ${
        share === 'all'
          ? 'The texts of the request and the answer are in it.'
          : 'Of the request and of answers of the model only the structure is in it.'
      } Before it was written, every file was searched once more for credentials, and none was found.`,
    },
  ];
}

function listed(items: readonly string[]): readonly DocumentBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
