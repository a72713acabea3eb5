/** Writes docs/causes/: a page for every cause, and their index, from the declarations and the examples beside them. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from '../src/redactors/index.ts';
import { fenced } from '../src/report/fence.ts';
import { retryWords, sides } from '../src/report/words.ts';
import { loadCauseFiles, type CauseFile } from './cause-files.ts';

const root = join(import.meta.dirname, '..');
const folder = 'docs/causes';

/** Every generated page by its path from the root of the repository. */
export async function docsPages(): Promise<ReadonlyMap<string, string>> {
  const files = await loadCauseFiles();
  return new Map([
    [`${folder}/README.md`, index(files)],
    ...files.map((file): [string, string] => [`${folder}/${file.id}.md`, page(file, files)]),
  ]);
}

function index(files: readonly CauseFile[]): string {
  const loci = [...new Set(files.map(({ cause }) => cause.locus))].toSorted((a, b) => a.localeCompare(b));
  const sections = loci.map((locus) => {
    const rows = files
      .filter(({ cause }) => cause.locus === locus)
      .map(({ id, cause }) => `| [${id}](${id}.md) | ${cause.title} |`);
    return [`## On the side of ${sides[locus]}`, '', '| cause | fault |', '| --- | --- |', ...rows, ''].join('\n');
  });
  return `# Causes\n\nWhat Faultline can recognize, by the side that the fault is on. \`faultline causes ID\` prints the same.\n\n${sections.join('\n')}`;
}

function page({ id, cause, examples }: CauseFile, all: readonly CauseFile[]): string {
  const { explanation, remedies, retry } = cause.describe();
  const finer = all.filter((other) => other.cause.refines === id).map((other) => link(other.id));
  return `${[
    `# ${cause.title}`,
    '',
    `\`${id}\` · on the side of ${sides[cause.locus]}${cause.refines === undefined ? '' : ` · a kind of ${link(cause.refines)}`}`,
    '',
    explanation,
    '',
    '## What to do',
    '',
    ...remedies.flatMap(step),
    '',
    `**Retry:** ${retryWords(retry)}. ${retry.because}`,
    '',
    ...(examples.matches.length === 0
      ? []
      : [
          '## Looks like',
          '',
          ...examples.matches.slice(0, 3).flatMap(({ text }) => fenced(redact(text).text).concat('')),
        ]),
    ...(cause.settledBy.length === 0
      ? []
      : ['## Looks the same', '', ...cause.settledBy.map(({ from, test }) => `- ${link(from)}: ${test}`), '']),
    ...(finer.length === 0 ? [] : ['## Finer causes', '', ...finer.map((one) => `- ${one}`), '']),
    `Official: [${cause.docs.title}](${cause.docs.url}), checked ${cause.docs.checkedOn}.`,
  ].join('\n')}\n`;
}

function step({ action, run }: { readonly action: string; readonly run?: string }, at: number): readonly string[] {
  const line = `${at + 1}. ${action}`;
  return run === undefined ? [line] : [line, '', ...fenced(run).map((one) => `   ${one}`), ''];
}

function link(id: string): string {
  return `[${id}](${id}.md)`;
}

if (import.meta.main) {
  const pages = await docsPages();
  mkdirSync(join(root, folder), { recursive: true });
  for (const name of readdirSync(join(root, folder)))
    if (!pages.has(`${folder}/${name}`)) rmSync(join(root, folder, name));
  for (const [path, text] of pages) writeFileSync(join(root, path), text);
}
