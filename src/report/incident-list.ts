import type { IncidentSummary } from '../core/incident.ts';
import { hang } from './layout.ts';
import type { TextStyle } from './verdict-text.ts';
import { visible } from './visible.ts';

const mostShown = 3;

/** Incidents by cause and kind of request, the group with the newest first; `cause` is what alone was asked for. */
export function incidentListText(
  lines: readonly IncidentSummary[],
  place: string,
  { paint, width }: TextStyle,
  cause?: string,
): string {
  const none = `No incidents${cause === undefined ? '' : ` of ${cause}`} in ${place}.`;
  if (lines.length === 0) return `${hang('', none, width).join('\n')}\n`;
  const groups = new Map<string, IncidentSummary[]>();
  for (const line of lines) groups.set(line.group, [...(groups.get(line.group) ?? []), line]);
  const texts = [...groups.values()].flatMap((group) => groupLines(group, { paint, width }));
  return `${texts.join('\n')}\n`;
}

function groupLines(group: readonly IncidentSummary[], { paint, width }: TextStyle): readonly string[] {
  const [newest] = group;
  if (!newest) return [];
  const count = `${String(group.length).padStart(6)}  `;
  const below = ' '.repeat(count.length);
  const shown = group
    .slice(0, mostShown)
    .map(({ id, at, status, model }) =>
      [
        id,
        at,
        ...(status === undefined ? ['no answer'] : [String(status)]),
        ...(model === undefined ? [] : [model]),
      ].join('  '),
    );
  const more = group.length - mostShown;
  return [
    ...hang(count, paint.strong(newest.title), width),
    ...hang(below, paint.faint(visible(newest.group)), width),
    ...shown.map((line) => below + visible(line)),
    ...(more > 0 ? [`${below}and ${more} more`] : []),
  ];
}
