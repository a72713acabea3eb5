import { createHash } from 'node:crypto';
import { manifestName, manifestOf, redactionsIn, type Manifest } from '../../bundle/manifest.ts';
import { png } from '../../bundle/picture/png.ts';
import { drawn } from '../../bundle/picture/raster.ts';
import type { BundleFile } from '../../bundle/zip.ts';
import { outputRedaction, withoutCustomSecrets } from '../../capture/output-redaction.ts';
import { unpack } from '../../capture/unpack.ts';
import { FaultlineError } from '../../core/error.ts';
import type { SupportReport } from '../../core/support-report.ts';
import type { CustomSecrets } from '../../redactors/custom.ts';
import { leaksIn } from '../../redactors/verify.ts';
import { documentHtml, pageStyle } from '../../report/document-html.ts';
import { documentMarkdown } from '../../report/document-markdown.ts';
import { incidentHttp } from '../../report/incident-exports.ts';
import { textIn } from '../../report/picture.ts';
import { pictureSvg } from '../../report/picture-svg.ts';
import { bodyFile, curlScript, pythonScript, typescriptScript } from '../../report/request-scripts.ts';
import { supportDocument, titleOf, type ListedFile } from '../../report/support/document.ts';
import { supportPicture } from '../../report/support/picture.ts';

/** The files of a bundle, the manifest last. */
export interface MadeBundle {
  readonly files: readonly BundleFile[];
  readonly manifest: Manifest;
}

/** A text that goes into a bundle. */
interface TextFile extends ListedFile {
  readonly text: string;
}

/**
 * Makes the files of a report: takes out what is secret, writes everything from what is left, and looks through the
 * final bytes of every file by other means. Where those find anything there are no files.
 */
export function bundleOf(raw: SupportReport, secrets: CustomSecrets): MadeBundle {
  const report = redactedReport(raw, secrets);
  const picture = supportPicture(report);
  refuseLeaks('report.png', textIn(picture), secrets);
  const attached: readonly TextFile[] = [...requestFiles(report), ...dataFiles(report)];
  const pages: readonly ListedFile[] = [
    { path: 'report.md', about: 'This report as text.' },
    { path: 'report.html', about: 'This report as a page that loads nothing.' },
    { path: 'report.svg', about: 'The report on one page, as a picture whose text can be searched.' },
    { path: 'report.png', about: 'The same picture, for where only pictures can be attached.' },
  ];
  const listed = [
    ...pages,
    ...attached,
    { path: manifestName, about: 'The hash of every file, and what was taken out of it.' },
  ];
  const counts = redactionsIn(attached.map(({ text }) => text).join('\n'));
  const document = supportDocument(report, listed, counts);
  const styleHash = createHash('sha256').update(pageStyle).digest('base64');
  const texts = [
    { path: 'report.md', text: documentMarkdown(document) },
    { path: 'report.html', text: documentHtml(document, styleHash) },
    { path: 'report.svg', text: pictureSvg(picture) },
    ...attached,
  ];
  for (const { path, text } of texts) refuseLeaks(path, text, secrets);
  const files = [
    ...texts.map(({ path, text }) => ({ path, bytes: Buffer.from(text) })),
    { path: 'report.png', bytes: png(drawn(picture)) },
  ].toSorted((a, b) => order(a.path) - order(b.path));
  const { faultline, madeAt, share, incident } = report;
  const manifest = manifestOf({ faultline, madeAt, share, incident: incident.id }, files);
  const written = json(manifest);
  refuseLeaks(manifestName, written, secrets);
  return { files: [...files, { path: manifestName, bytes: Buffer.from(written) }], manifest };
}

function order(path: string): number {
  return path.startsWith('report.') ? 0 : 1;
}

/** The whole report as plain data without secrets, those that the user names included. */
function redactedReport(report: SupportReport, secrets: CustomSecrets): SupportReport {
  const { value } = outputRedaction().redactValue(withoutCustomSecrets(secrets)(report));
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the copy has the form of what was given
  return value as SupportReport;
}

/** The request and the scripts that send it. */
function requestFiles({ reproduction, incident }: SupportReport): readonly TextFile[] {
  if (!reproduction) return [];
  const { request } = reproduction;
  const head = { shows: titleOf(incident), baseUrl: incident.upstream, name: 'request' };
  const { platform } = incident.verdict.facts;
  const body: TextFile = { path: 'request.json', about: 'The request.', text: bodyFile(request) };
  // Calls that a cloud wants signed are no plain HTTP.
  if (platform === 'bedrock' || platform === 'vertex' || platform === 'foundry') return [body];
  return [
    body,
    {
      path: 'request.sh',
      about: 'Sends it with curl; the key is taken from the environment.',
      text: curlScript(request, head),
    },
    { path: 'request.ts', about: 'Sends it with Node alone.', text: typescriptScript(request, head) },
    { path: 'request.py', about: 'Sends it with Python alone.', text: pythonScript(request, head) },
  ];
}

function dataFiles({ incident, examination, surroundings, reproduction, tried }: SupportReport): readonly TextFile[] {
  return [
    { path: 'exchange.http', about: 'What was sent and what came back.', text: incidentHttp(incident) },
    { path: 'incident.json', about: 'The same as data, with the verdict.', text: json(incident) },
    { path: 'verdict.json', about: 'The verdict alone.', text: json(incident.verdict) },
    ...(examination
      ? [
          {
            path: 'doctor.json',
            about: 'The checks of environment, network, service and account.',
            text: json({ kind: 'examination', ...examination }),
          },
        ]
      : []),
    {
      path: 'environment.json',
      about: 'Versions, system, and the names of the variables that steer calls.',
      text: json(surroundings),
    },
    {
      path: 'steps.json',
      about: 'How the request ended when it was asked about again, and what the reporter tried.',
      text: json({ reruns: reproduction?.reruns ?? [], tried }),
    },
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Throws where a file that is about to be written still holds what looks like a secret. */
function refuseLeaks(path: string, text: string, { words = [] }: CustomSecrets): void {
  // What stands in the place of a secret is in words of ours, and so are the variables that the scripts take the key from.
  const bare = text
    .replaceAll(/\$?\{?(?:process\.env\.)?ANTHROPIC_[A-Z_]+/g, '')
    .replaceAll(/\[redacted [^\]]{0,100}\]/g, '[redacted]');
  const [leak] = leaksIn(bare, { gunzip: unpack, words });
  if (leak === undefined) return;
  throw new FaultlineError(
    'secret-left',
    `Nothing was written: in ${path}, at character ${leak.at}, stands what looks like a secret (${leak.rule}; it ${leak.reason}).`,
    'Take the texts out with --share=shape, or name the secret with --redact. Please report which kind of text it was.',
  );
}
