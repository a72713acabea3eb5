import type { SupportReport } from '../../core/support-report.ts';
import { wrapText } from '../layout.ts';
import { letterWidth, type Picture, type PictureBox, type PictureText } from '../picture.ts';
import { visible } from '../visible.ts';
import { certainties, sides } from '../words.ts';
import { featuresOf, organizationOf, requestIdOf } from './call.ts';
import { titleOf } from './document.ts';
import { missingIn } from './missing.ts';
import { stepsOf } from './steps.ts';
import { localTime } from './times.ts';

const width = 1200;
const margin = 40;
const size = 18;
const titleSize = 28;
const lineHeight = 26;
const labelWidth = 210;
const mostLines = 7;

const colors = { ink: '#1b1b1f', soft: '#5c5c66', bad: '#b3261e', code: '#f0f0f4', line: '#d9d9e0' } as const;

/** What is put on a page from its top down. */
interface Page {
  readonly shapes: (PictureBox | PictureText)[];
  y: number;
}

/** The report on one page, for where only a picture can be attached. */
export function supportPicture(report: SupportReport): Picture {
  const { incident, surroundings, plan, madeAt, faultline } = report;
  const { verdict, request, response, caller } = incident;
  const [first] = verdict.findings;
  const page: Page = { shapes: [box(0, 0, width, 8, colors.bad)], y: 60 };
  for (const line of wrapped(titleOf(incident), titleSize, width - 2 * margin))
    write(page, line, { size: titleSize, isStrong: true });
  if (first) {
    const side = `On the side of ${sides[first.locus]} · ${certainties[first.certainty]} · ${first.cause}`;
    write(page, side, { fill: colors.soft });
  }
  exact(page, [
    response ? `HTTP ${response.status} ${response.statusText}`.trim() : 'No answer',
    ...[verdict.facts.errorType, verdict.facts.errorCode].flatMap((one) => one ?? []),
    verdict.facts.message ?? incident.ending ?? '',
  ]);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Request id', requestIdOf(incident)],
    ['Time', `${localTime(incident.at, surroundings.zone)} (${surroundings.zone})`],
    ['UTC', incident.at],
    ['Call', `${request.method} ${incident.upstream}${request.path}`],
    ['Model', request.shape.model ?? verdict.facts.model],
    ['Feature', featuresOf(incident).replaceAll('`', '')],
    ['Organization', organizationOf(report)],
    ['Plan', plan],
    ['Client', [caller.client, caller.version, caller.runtime, caller.runtimeVersion].filter(Boolean).join(' ')],
    ['SDKs', surroundings.sdks.map((one) => `${one.package} ${one.version}`).join(', ')],
    ['System', `${surroundings.system} ${surroundings.release} ${surroundings.architecture}`],
  ];
  for (const [name, value] of rows) if (value !== undefined && value !== '') labelled(page, name, value);
  heading(page, 'Steps taken');
  for (const { what, result } of stepsOf(report)) bullet(page, `${what}: ${result}`.replaceAll('`', ''));
  const missing = missingIn(report);
  if (missing.length > 0) {
    heading(page, 'Still missing');
    bullet(page, missing.map(({ what }) => what).join(', '));
  }
  page.y += 10;
  write(page, `${incident.id} · ${madeAt} · Faultline ${faultline} · without secrets`, { fill: colors.soft });
  const name = `${titleOf(incident)} (${incident.id})`;
  return { width, height: Math.round(page.y + margin - lineHeight / 2), title: visible(name), shapes: page.shapes };
}

function box(x: number, y: number, boxWidth: number, height: number, fill: string): PictureBox {
  return { kind: 'box', x, y: Math.round(y), width: boxWidth, height: Math.round(height), fill };
}

interface Hand {
  readonly x?: number;
  readonly size?: number;
  readonly fill?: string;
  readonly isStrong?: boolean;
}

/** Writes a line and goes on below it. */
function write(
  page: Page,
  text: string,
  { x = margin, size: height = size, fill = colors.ink, isStrong }: Hand = {},
): void {
  page.shapes.push({
    kind: 'text',
    x,
    y: Math.round(page.y),
    size: height,
    fill,
    text: visible(text),
    ...(isStrong === undefined ? {} : { isStrong }),
  });
  page.y += Math.max(lineHeight, height * 1.35);
}

function heading(page: Page, text: string): void {
  page.y += 14;
  page.shapes.push(box(margin, page.y - lineHeight, width - 2 * margin, 1, colors.line));
  page.y += 4;
  write(page, text, { isStrong: true });
}

/** The error in a box of its own, character by character. */
function exact(page: Page, texts: readonly string[]): void {
  const lines = texts.filter((text) => text !== '').flatMap((text) => wrapped(text, size, width - 2 * margin - 30));
  const height = Math.min(lines.length, 2 * mostLines) * lineHeight + 22;
  page.shapes.push(box(margin, page.y - 12, width - 2 * margin, height, colors.code));
  page.y += lineHeight - 12;
  for (const line of clipped(lines, 2 * mostLines)) write(page, line, { x: margin + 15 });
  page.y += 16;
}

function labelled(page: Page, name: string, value: string): void {
  const lines = clipped(wrapped(value, size, width - 2 * margin - labelWidth), mostLines);
  for (const [at, line] of lines.entries()) {
    if (at === 0)
      page.shapes.push({ kind: 'text', x: margin, y: Math.round(page.y), size, fill: colors.soft, text: name });
    write(page, line, { x: margin + labelWidth });
  }
}

function bullet(page: Page, text: string): void {
  const lines = clipped(wrapped(text, size, width - 2 * margin - 24), mostLines);
  for (const [at, line] of lines.entries()) {
    if (at === 0)
      page.shapes.push({ kind: 'text', x: margin, y: Math.round(page.y), size, fill: colors.soft, text: '•' });
    write(page, line, { x: margin + 24 });
  }
}

/** Lines that fit into so many pixels; what has no space in it is cut. */
function wrapped(text: string, height: number, pixels: number): readonly string[] {
  const columns = Math.floor(pixels / (height * letterWidth));
  return wrapText(text, columns).flatMap((line) => line.match(new RegExp(`.{1,${columns}}`, 'gu')) ?? [line]);
}

function clipped(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''} …`];
}
