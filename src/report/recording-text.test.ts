import { expect, test } from 'vitest';
import type { RecordingSummary, ToldFailure } from '../core/recording.ts';
import { plainPainter } from './paint.ts';
import { failureText, recordingText } from './recording-text.ts';

const style = { paint: plainPainter, width: 100 };

const failure: ToldFailure = {
  id: 'inc_1k2m3n4p5abcdefghjk',
  at: '2026-11-25T12:00:00.123Z',
  group: 'unknown /v1/messages',
  method: 'POST',
  path: '/v1/messages',
  tookMs: 7,
  tries: 1,
  observations: [],
  verdict: { outcome: 'unknown', findings: [], facts: {}, open: [] },
};

const summary: RecordingSummary = {
  calls: 1,
  tries: 1,
  failedCalls: 1,
  recoveredCalls: 0,
  abandonedCalls: 0,
  stoppedCalls: 0,
  retries: 0,
  lostMs: 0,
  tokens: { input: 0, output: 0, cacheRead: 0, cacheWritten: 0 },
  causes: [{ cause: 'overloaded', title: 'The service is overloaded', count: 1 }],
  notKept: 0,
  unseen: 0,
};

test.each([
  [undefined, `faultline explain ${failure.id}\n`, 'faultline incidents (in /store)\n'],
  ['./here', `faultline incidents show ${failure.id} --store ./here\n`, 'faultline incidents --store ./here\n'],
  ["Bob's calls", `${failure.id} --store 'Bob'\\''s calls'\n`, "faultline incidents --store 'Bob'\\''s calls'\n"],
])('the next command finds the incidents with --store %s', (store, more, list) => {
  expect(failureText(failure, style, store)).toContain(more);
  expect(recordingText(summary, '/store', style, store)).toContain(list);
});
