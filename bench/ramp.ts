import { usualPlan } from '../src/ramp/plan.ts';
import { durationText } from '../src/ramp/words.ts';
import { drawFor } from '../src/simulator/draw.ts';
import { agenda } from '../test/ramp/agenda.ts';
import { driveRamp, entriesOf, start, type Drained } from '../test/ramp/drive.ts';
import { overshootsOf } from '../test/ramp/overshoot.ts';
import { startService, type Weather, type WorldEntry } from '../test/ramp/service.ts';

// Run: node bench/ramp.ts [entries]. A backlog after an outage, in virtual time and by the limits of the simulator: all at
// once, with the backoff that programs usually have, and by a ramp. Seeded: the same numbers in every run.
const count = Number(process.argv[2] ?? 5000);
const minute = 60_000;
const seed = 1;
const limits = { requests: 300, inputTokens: 150_000, outputTokens: 60_000 };

const weathers: readonly { readonly name: string; readonly weather: Weather }[] = [
  { name: 'limits by the minute', weather: { seed, limits: [{ fromMs: 0, limits }] } },
  {
    name: 'and a limit of growth',
    weather: { seed, limits: [{ fromMs: 0, limits: { ...limits, acceleration: 20_000 } }] },
  },
  {
    name: 'and a second outage',
    weather: {
      seed,
      limits: [{ fromMs: 0, limits: { ...limits, acceleration: 20_000 } }],
      outages: [{ fromMs: 10 * minute, untilMs: 30 * minute, how: 'overloaded' }],
      overloadedShare: 0.01,
    },
  },
];

const table: string[][] = [['', 'time to drain', 'calls sent', 'wasted', 'never answered', 'most over a limit']];
for (const { name, weather } of weathers) {
  table.push([name]);
  const entries = entriesOf(count, seed);
  table.push(
    row(
      'all at once, again at once',
      driveNaive(entries, weather, () => 0, Infinity),
    ),
  );
  table.push(
    row(
      'all at once, backoff of an SDK',
      driveNaive(entries, weather, (tries) => 500 * 2 ** (tries - 1), 3),
    ),
  );
  table.push(
    row(
      'all at once, backoff without end',
      driveNaive(entries, weather, (tries) => Math.min(60_000, 500 * 2 ** (tries - 1)), Infinity),
    ),
  );
  table.push(row('faultline ramp', driveRamp(entries, weather, usualPlan)));
}
const widths = (table[0] ?? []).map((_, column) =>
  Math.max(...table.map((cells) => (cells.length > 1 ? (cells[column] ?? '').length : 0))),
);
for (const cells of table)
  console.log(
    cells.length === 1
      ? `\n${count} entries: ${cells[0] ?? ''}`
      : cells
          .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
          .join('   '),
  );

function row(name: string, drained: Drained): string[] {
  const { service, ends, endedAt } = drained;
  const sent = service.seen.length;
  const done = [...ends.values()].filter((end) => end === 'done').length;
  const most = Math.max(...overshootsOf(service).map((one) => one.most));
  const isWhole = ends.size === count;
  return [
    name,
    isWhole ? durationText(endedAt - start) : `not in ${durationText(endedAt - start)}`,
    sent.toLocaleString('en-US'),
    `${(sent - done).toLocaleString('en-US')} (${Math.round(((sent - done) / sent) * 100)} %)`,
    (count - done).toLocaleString('en-US'),
    most > 1 ? `${Math.round((most - 1) * 100)} %` : 'never',
  ];
}

/**
 * What programs do without a ramp: everything is sent, and what fails is sent again after a backoff with jitter, or after
 * `retry-after` where that is longer, up to a number of tries.
 */
function driveNaive(
  entries: readonly WorldEntry[],
  weather: Weather,
  backoffMs: (tries: number) => number,
  mostTries: number,
): Drained {
  const service = startService(weather, start);
  const happenings = agenda<{ readonly kind: 'send' | 'over'; readonly entry: WorldEntry; readonly tries: number }>();
  const ends = new Map<string, 'done' | 'failed'>();
  const doneAt: number[] = [];
  const draw = drawFor(weather.seed, 'jitter');
  const mostSent = 50 * entries.length;
  let now = start;
  for (const entry of entries) happenings.note(start + draw.index(1000), { kind: 'send', entry, tries: 1 });
  for (let next = happenings.next(); next && service.seen.length < mostSent; next = happenings.next()) {
    now = next.at;
    const { kind, entry, tries } = next.what;
    if (kind === 'over') {
      service.over();
      continue;
    }
    const { tookMs, outcome } = service.call(entry, now);
    happenings.note(now + tookMs, { kind: 'over', entry, tries });
    if (outcome.kind === 'good') {
      ends.set(entry.id, 'done');
      doneAt.push(now + tookMs);
    } else if (outcome.retry === 'no' || tries >= mostTries) ends.set(entry.id, 'failed');
    else {
      const waitMs = Math.max(
        backoffMs(tries) * (0.75 + 0.25 * draw.fraction()),
        backoffMs(1) > 0 ? (outcome.waitMs ?? 0) : 0,
      );
      happenings.note(now + tookMs + waitMs, { kind: 'send', entry, tries: tries + 1 });
    }
  }
  return { service, ends, endedAt: now, doneAt };
}
