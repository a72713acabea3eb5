import type { Baseline, BaselineCheck, BaselineItem } from '../../core/baseline.ts';
import type { Target } from '../../core/probe.ts';
import type { Budget } from '../../core/budget.ts';
import type { Host } from '../operation.ts';
import type { World } from '../world/world.ts';
import { compared, warnings } from './compare.ts';
import { judgedByRules, sentLive, type LiveSaid } from './known-good.ts';
import { lookAtToday } from './today.ts';
import type { KnownGood } from './known-good.ts';

/** What is compared with a baseline, and how. */
export interface CheckWishes {
  readonly file: string;
  readonly saved: Baseline;
  /** The request as the program sends it today. */
  readonly request: KnownGood;
  readonly target: Target;
  /** The most that one live call may use; without it none is made. */
  readonly live?: Budget;
}

/** Compares today with a baseline, tries the request that worked, and says what will stop working. */
export async function checkedAgainst(
  { file, saved: then, request, target, live }: CheckWishes,
  host: Host,
  world: World,
): Promise<BaselineCheck> {
  const day = new Date(host.now()).toISOString().slice(0, 10);
  const now = await lookAtToday(request, target, live !== undefined, host, world);
  const { items, same } = compared(then, now);
  const tried: readonly BaselineItem[] = [
    ...ruleItems(then.knownGood, then, day),
    ...(JSON.stringify(request.body) === JSON.stringify(then.knownGood.body) ? [] : ruleItems(request, then, day)),
  ];
  const said = live && (await sentLive(then.knownGood, target, live, host, world));
  const all = [...tried, ...(said ? liveItems(said, then) : []), ...items, ...warnings(then, now, day)];
  return {
    file,
    savedOn: then.savedOn,
    checkedOn: day,
    outcome: outcomeOf(all, said),
    items: all,
    same,
    triedBy: live ? 'api' : 'rules',
  };
}

function outcomeOf(items: readonly BaselineItem[], said: LiveSaid | undefined): BaselineCheck['outcome'] {
  if (items.some(({ kind }) => kind === 'failed')) return 'broken';
  if (said?.kind === 'unanswered') return 'unknown';
  return items.some(({ kind }) => kind === 'changed') ? 'changed' : 'same';
}

function ruleItems(request: KnownGood, { target }: Baseline, day: string): readonly BaselineItem[] {
  const { errors, warnings: warned } = judgedByRules(request, target.platform, day);
  return [
    ...errors.map((text): BaselineItem => ({
      kind: 'failed',
      member: 'knownGood',
      text: `The rules refuse it: ${text}`,
    })),
    ...warned.map((text): BaselineItem => ({ kind: 'warning', member: 'knownGood', text: `The rules warn: ${text}` })),
  ];
}

function liveItems(said: LiveSaid, { knownGood, limits }: Baseline): readonly BaselineItem[] {
  if (said.kind === 'refused')
    return [{ kind: 'failed', member: 'knownGood', text: `The API refuses the known-good request: ${said.said}.` }];
  if (said.kind === 'unanswered')
    return [{ kind: 'noted', member: 'knownGood', text: `The live call told nothing: ${said.said}.` }];
  const { answer } = said;
  const then = knownGood.answer;
  const shape: readonly BaselineItem[] =
    answer && then
      ? [
          ...shapeItems('type', then.type, answer.type, 'changed'),
          ...shapeItems('content', then.content.join(', '), answer.content.join(', '), 'changed'),
          ...shapeItems('stopReason', then.stopReason ?? '', answer.stopReason ?? '', 'noted'),
          ...shapeItems('usage', then.usage.join(', '), answer.usage.join(', '), 'noted'),
        ]
      : [];
  const budgets = Object.entries(said.limits).flatMap(([unit, limit]): readonly BaselineItem[] => {
    const before = limits[unit];
    if (before === undefined || before === limit) return [];
    const kind = limit < before ? 'changed' : 'noted';
    return [{ kind, member: unit, text: `The limit of ${unit}: ${before} a minute then, ${limit} now.` }];
  });
  return [...shape, ...budgets];
}

function shapeItems(member: string, then: string, now: string, kind: BaselineItem['kind']): readonly BaselineItem[] {
  return then === now
    ? []
    : [{ kind, member, text: `The answer has \`${member}\` \`${then}\` in the baseline, and \`${now}\` now.` }];
}
