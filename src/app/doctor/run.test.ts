import { describe, expect, test } from 'vitest';
import { defineProbe, type Cost, type Probe, type ProbeOutcome } from '../../core/probe.ts';
import { planOf } from './plan.ts';
import { advance, runOf, type RunCommand, type RunEvent, type RunState } from './run.ts';
import { targetOf } from './target.ts';

const target = targetOf({}, {}, 0);
const fine: ProbeOutcome = { kind: 'fine', saw: 'well' };
const decisive: ProbeOutcome = {
  kind: 'finding',
  findings: [{ cause: 'dns-failure', certainty: 'proven', saw: 'no name', isDecisive: true }],
};

function probe(id: string, cost: Cost, needs: readonly string[] = []): Probe {
  return defineProbe({ id, cost, needs, asks: id, limitMs: 1, rulesOut: [], run: async () => fine });
}

/** Plays events against the state machine, and gives back what began after each. */
function play(probes: readonly Probe[], events: readonly RunEvent[], goesOn = false): readonly string[] {
  let state: RunState = runOf(planOf(probes, target, { offline: false }), goesOn);
  return events.map((event) => {
    const [next, commands] = advance(state, event);
    state = next;
    return commands.map(nameOf).join(' ');
  });
}

function nameOf(command: RunCommand): string {
  return command.kind === 'run' ? command.step.probe.id : command.kind;
}

const begun: RunEvent = { kind: 'begun' };
const ended = (id: string, outcome: ProbeOutcome = fine): RunEvent => ({ kind: 'ended', id, outcome });

describe('a run', () => {
  test('begins the cheapest probes together, and dearer ones when all of them have ended', () => {
    const probes = [probe('call', 'free-call'), probe('a', 'nothing'), probe('b', 'nothing'), probe('files', 'local')];
    expect(play(probes, [begun, ended('a'), ended('b'), ended('files'), ended('call')])).toEqual([
      'a b',
      '',
      'files',
      'call',
      'finish',
    ]);
  });

  test('holds a probe back until what it builds on has ended', () => {
    const probes = [probe('names', 'free-call'), probe('tcp', 'free-call', ['names']), probe('page', 'free-call')];
    expect(play(probes, [begun, ended('page'), ended('names'), ended('tcp')])).toEqual([
      'names page',
      '',
      'tcp',
      'finish',
    ]);
  });

  test('begins nothing after a decisive finding, and lets what was asked end', () => {
    const probes = [probe('names', 'free-call'), probe('page', 'free-call'), probe('tcp', 'free-call', ['names'])];
    expect(play(probes, [begun, ended('names', decisive), ended('page')])).toEqual(['names page', 'close', 'finish']);
  });

  test('goes on after a decisive finding when it is told to, past what builds on the failure', () => {
    const probes = [
      probe('names', 'free-call'),
      probe('tcp', 'free-call', ['names']),
      probe('tls', 'free-call', ['tcp']),
      probe('paid', 'free-call'),
    ];
    // `tcp` is skipped; `tls` builds on nothing that failed itself and gives its own account.
    expect(play(probes, [begun, ended('names', decisive), ended('paid'), ended('tls')], true)).toEqual([
      'names paid',
      'tls',
      '',
      'finish',
    ]);
  });

  test('does not wait for what is left out of the plan', () => {
    const left = defineProbe({ ...probe('proxy', 'free-call'), appliesTo: () => false });
    expect(play([left, probe('tls', 'free-call', ['proxy'])], [begun])).toEqual(['tls']);
  });

  test('ends when its time is over, and hears nothing afterwards', () => {
    expect(play([probe('slow', 'free-call')], [begun, { kind: 'time-over' }, ended('slow')])).toEqual([
      'slow',
      'close finish',
      '',
    ]);
  });

  test('of nothing ends at once', () => {
    expect(play([], [begun])).toEqual(['finish']);
  });
});
