/**
 * How fast redaction with every rule on goes through mixed bodies, beside secretlint on the same texts and a plain
 * search for one literal. All in one process and in turn, by CPU time, so that the ratios hold on a busy machine. What
 * counts is the median of the rounds, in which nothing is compiled any more, as in a recorder; the first round of each
 * is told as well, for it is all that a command does.
 */
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { redact } from '../src/redactors/index.ts';
import { leaksIn } from '../src/redactors/verify.ts';
import { agentBody, bodySizes } from './bodies.ts';

const rounds = 17;
const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
const texts = mixedBodies();
const bytes = Object.values(texts).reduce((sum, text) => sum + text.length, 0);

const tasks: Readonly<Record<string, (text: string) => unknown>> = {
  'String.includes': (text) => text.includes('\u0001 nowhere'),
  'redact, every rule': (text) => redact(text),
  verifier: (text) => leaksIn(text),
  secretlint: (text) =>
    lintSource({
      source: { filePath: 'body.txt', content: text, ext: '.txt', contentType: 'text' },
      options: { config },
    }),
};

const milliseconds = new Map<string, number>();
for (const [kind, text] of Object.entries(texts)) {
  for (const [name, task] of Object.entries(tasks)) {
    const { first, median } = await cpuMs(() => task(text));
    milliseconds.set(name, (milliseconds.get(name) ?? 0) + median);
    console.log(
      `${kind.padEnd(18)} ${name.padEnd(20)} ${rate(text.length, median)} MB/s (first ${rate(text.length, first).trim()})`,
    );
  }
}
for (const [name, ms] of milliseconds)
  console.log(`${'all bodies'.padEnd(18)} ${name.padEnd(20)} ${rate(bytes, ms)} MB/s`);

const ours = milliseconds.get('redact, every rule') ?? Number.POSITIVE_INFINITY;
const theirs = milliseconds.get('secretlint') ?? 0;
console.log(
  `redact to secretlint: ${(theirs / ours).toFixed(1)} times as fast (goal 2); ${rate(bytes, ours).trim()} MB/s (goal 100)`,
);
if (theirs / ours < 2) process.exitCode = 1;

/** CPU milliseconds of the first round and of the median one, with all that other threads do for it. */
async function cpuMs(task: () => unknown): Promise<{ readonly first: number; readonly median: number }> {
  const each: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await task();
    const { user, system } = process.cpuUsage(before);
    each.push(Math.max((user + system) / 1000, 0.001));
  }
  return { first: each[0] ?? 0.001, median: each.toSorted((a, b) => a - b)[rounds >> 1] ?? 0.001 };
}

function rate(size: number, ms: number): string {
  return (size / ms / 1000).toFixed(0).padStart(7);
}

/** What goes through a recorder: agent requests, streamed answers, images, logs. */
function mixedBodies(): Readonly<Record<string, string>> {
  const [, large] = bodySizes;
  const request = JSON.stringify(agentBody(large ?? { label: '', turns: 1000, resultCharacters: 3050 }));
  const words =
    'the build stops because a module is missing from its package list and tokens were counted twice '.split(' ');
  const events = Array.from(
    { length: 8000 },
    (_, index) =>
      `event: content_block_delta\ndata: ${JSON.stringify({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: `${words[index % words.length] ?? ''} ` } })}\n\n`,
  );
  const image = Buffer.from(
    Array.from({ length: 1_500_000 }, (_, index) => (Math.imul(index + 7, 2_654_435_761) >>> 13) & 255),
  ).toString('base64');
  const withImage = JSON.stringify({
    messages: [
      { role: 'user', content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: image } }] },
    ],
  });
  const log = Array.from(
    { length: 12_000 },
    (_, index) =>
      `2026-11-20T10:${String(index % 60).padStart(2, '0')}:00.123Z INFO call ${index} req_011C${index.toString(36).padStart(20, 'k')} model=claude-sonnet-4-6 status=200 input_tokens=${index * 7} output_tokens=${index}`,
  ).join('\n');
  return { 'agent request': request, 'event stream': events.join(''), 'request with image': withImage, log };
}
