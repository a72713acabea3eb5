import { describe, expect, test } from 'vitest';
import { parseFaultFlag, parseScenario } from './scenario.ts';

describe('a scenario', () => {
  test('is read with all its members', () => {
    const scenario = {
      seed: 7,
      judge: 'structure',
      faults: [{ fault: 'overloaded', next: 2, path: '/v1/messages' }],
      limits: { requests: 50 },
      incidents: [{ name: 'Elevated errors', impact: 'minor', components: ['Claude API'] }],
      keys: ['one'],
      texts: ['Hello.'],
    };
    expect(parseScenario(JSON.stringify(scenario))).toEqual(scenario);
  });

  test.each([
    ['{', /cannot be used: /],
    ['[]', /it must be an object/],
    ['{"fault":[]}', /at fault: it is not known; expected seed, faults/],
    ['{"faults":[{"fault":"overloaded","nxt":1}]}', /at faults\.0\.nxt: it is not known/],
    ['{"faults":[{}]}', /at faults\.0\.fault: it is missing/],
    ['{"faults":[{"fault":"overload"}]}', /There is no fault overload/],
    ['{"limits":{"requests":-1}}', /at limits\.requests: it must be a number/],
    ['{"judge":"half"}', /at judge: it must be one of full, structure/],
    ['{"incidents":[{"name":"x","impact":"none"}]}', /at incidents\.0\.impact/],
  ])('%s is refused at its place', (text, message) => {
    expect(() => parseScenario(text)).toThrow(message);
  });
});

describe('a fault on the command line', () => {
  test.each([
    ['overloaded', { fault: 'overloaded' }],
    ['overloaded=0.25', { fault: 'overloaded', probability: 0.25 }],
  ])('%s', (text, rule) => {
    expect(parseFaultFlag(text)).toEqual(rule);
  });

  test.each(['overloaded=2', 'overloaded=often', 'nothing'])('%s is refused', (text) => {
    expect(() => parseFaultFlag(text)).toThrow(/no probability|no fault/);
  });
});
