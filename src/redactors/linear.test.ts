import { describe, expect, test } from 'vitest';
import { redact, redactors } from './index.ts';

const anchors = [...new Set(redactors.byForm.flatMap((redactor) => redactor.anchors))];
const filler = 'Aa1Bb2Cc3Dd4Ee5Ff6Gg7Hh8';
const units = [
  'a',
  'A',
  '4',
  ' ',
  '\n',
  '\\',
  '"',
  '%',
  '%61',
  '\\u0061',
  '\\"',
  '\0a',
  'a\0',
  'x@',
  '@a.',
  'a@b.',
  '://',
  '://a:',
  'key="',
  'key=',
  'token: ',
  '"token":"',
  'password:',
  'cookie: ',
  'authorization: Basic ',
  '--token ',
  '-----BEGIN ',
  '-----BEGIN PRIVATE KEY-----',
  'eyJa.',
  'eyJaaaaaaaaaaaaaaa.',
  '"text":"a" _delta',
  '"text":"',
  'otp ',
  'phone 1',
  'passport A',
  'GB82 ',
  '4111',
  '1-',
  'M.',
  'deadbeef',
  '&#97;',
  'sk\n',
  `${filler}\\n`,
  `${filler}\n`,
  '[redacted ',
  ...anchors,
  ...anchors.map((anchor) => anchor + filler),
  ...anchors.map((anchor) => `${anchor}\n`),
];

/** CPU milliseconds for a text of this size. */
function cpuMs(unit: string, size: number): number {
  const text = unit.repeat(Math.ceil(size / unit.length));
  const before = process.cpuUsage();
  redact(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('time grows as the text does', () => {
  test.each(units)('for a text of nothing but %j', { timeout: 60_000 }, (unit) => {
    cpuMs(unit, 10_000);
    const small = cpuMs(unit, 50_000);
    // Eight times the text: quadratic time would be 64 times as much.
    expect(cpuMs(unit, 400_000)).toBeLessThan(Math.max(small, 4) * 24);
  });

  test.each(['a', 'sk-ant-api03-', '"token":"', '\\u0061', 'eyJa.', '4111'])(
    'a megabyte of %s takes no long time',
    (unit) => {
      expect(cpuMs(unit, 1_000_000)).toBeLessThan(3000);
    },
  );
});
