import { expect, test } from 'vitest';
import { drawFor } from '../../src/simulator/draw.ts';
import { openQueue } from '../../src/store/queue.ts';
import { countingService, linesOf, startRamp, workFolder, writeQueue } from './backlog.ts';
import { join } from 'node:path';

/** The whole measure: FAULTLINE_KILLS=100 FAULTLINE_KILL_ENTRIES=1000. */
const kills = Number(process.env['FAULTLINE_KILLS'] ?? 5);
const count = Number(process.env['FAULTLINE_KILL_ENTRIES'] ?? 150);
const pace = ['--steps', '1800/min,6000/min', '--hold', '500ms', '--calls', '5', '--concurrency', '8'];

test(
  `however often it is killed, every entry ends once, and unknown are those that were under way (${kills} times, ${count} entries)`,
  { timeout: 60_000 + kills * 10_000 },
  async () => {
    const folder = workFolder();
    const service = await countingService(7);
    const queue = writeQueue(folder, count, [
      { custom_id: 'bad', params: { model: 'claude-sonnet-5', max_tokens: 64, messages: [] } },
    ]);
    const draw = drawFor(11, 'kills');
    const underWay = new Set<string>();
    for (let kill = 0; kill < kills; kill++) {
      const { child, ended } = startRamp(folder, [queue, '--base-url', service.url, ...pace]);
      const wanted =
        service.received.size +
        1 +
        draw.index(Math.max(1, Math.floor((count - service.received.size) / (kills - kill + 1))));
      // At a moment of its own after so many more calls: while it writes, sends, or waits.
      await untilReceived(service.received, Math.min(wanted, count), child);
      await new Promise((resolve) => {
        setTimeout(resolve, draw.index(15));
      });
      child.kill('SIGKILL');
      await ended;
      for (const key of inFlight(folder)) underWay.add(key);
    }
    const last = await startRamp(folder, [queue, '--base-url', service.url, ...pace]).ended;
    const answers = linesOf(folder, 'answers.ndjson');
    const answered = answers.map(({ custom_id: id }) => String(id));
    expect(new Set(answered).size).toBe(answered.length);
    expect([...service.received.values()].filter((times) => times > 1)).toEqual([]);

    const kept = openQueue(join(folder, 'store'), 'existing');
    const run = String(linesOf(folder, 'log.ndjson')[0]?.['run']);
    const entries = kept.entries(run);
    kept.close();
    const by = (state: string): readonly string[] => entries.filter((one) => one.state === state).map(({ key }) => key);
    expect(entries).toHaveLength(count + 1);
    expect(by('done')).toHaveLength(
      answers.filter(({ result }) => JSON.stringify(result).includes('succeeded')).length,
    );
    expect(by('set-aside')).toHaveLength(1);
    expect(by('done').length + by('unknown').length + by('set-aside').length).toBe(count + 1);
    // Killed between taking an entry and noting that, nothing was sent of it.
    const isUnsent = (label: string): boolean =>
      !service.received.has(`Question ${Number(label.split(':').at(-1)) - 1}`);
    const unknown = entries.filter(({ state }) => state === 'unknown');
    expect(unknown.filter(({ key, label }) => !underWay.has(key) && !isUnsent(label))).toEqual([]);
    expect(last.code).toBe(1);

    const again = await startRamp(folder, [
      queue,
      '--base-url',
      service.url,
      '--resend-unknown',
      '--retries',
      '0',
      ...pace,
    ]).ended;
    expect(again.out).toContain(`${count.toLocaleString('en-US')} done, 1 set aside`);
    expect(linesOf(folder, 'answers.ndjson')).toHaveLength(count + 1);
  },
);

/** Entries that the log of a killed process shows as sent and not as ended. */
function inFlight(folder: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { event, key } of linesOf(folder, 'log.ndjson')) {
    if (event === 'ramp_call_sent') keys.add(String(key));
    else if (String(event).startsWith('ramp_call_')) keys.delete(String(key));
  }
  return keys;
}

function untilReceived(
  received: ReadonlyMap<string, number>,
  count: number,
  child: { readonly exitCode: number | null },
): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (received.size >= count || child.exitCode !== null) resolve();
      else setTimeout(look, 2);
    };
    look();
  });
}
