import { describe, expect, test } from 'vitest';
import { compareVersions, isVersion, isWithin, newestOf } from './version.ts';

describe('versions', () => {
  test.each([
    ['1.9.0', '1.12.0'],
    ['0.112.4', '0.113.0'],
    ['1.0.0-beta.2', '1.0.0-beta.10'],
    ['2.0.0rc1', '2.0.0'],
    ['2.0.0.dev3', '2.0.0'],
    ['1.0.0-beta.3', '1.0.0'],
    ['v1.59.9', 'v1.60.0'],
    ['0.40', '0.40.1'],
  ])('%s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  test.each([
    ['1.0', '1.0.0'],
    ['v2.1.0', '2.1.0'],
    ['1.0.0+build.5', '1.0.0'],
  ])('%s equals %s', (one, other) => {
    expect(compareVersions(one, other)).toBe(0);
  });

  test('a range or a tag is no version', () => {
    expect(['^1.0.0', '>=1', 'latest', '', '*', 'workspace:*'].filter((text) => isVersion(text))).toEqual([]);
    expect(isWithin('latest', { below: '2.0.0' })).toBeUndefined();
  });

  test('the lower bound of a range is in it and the upper one is not', () => {
    const range = { from: '0.76.0', below: '0.77.1' };
    expect(['0.75.9', '0.76.0', '0.77.0', '0.77.1'].map((version) => isWithin(version, range))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('the newest of some versions is found among texts that are none', () => {
    expect(newestOf(['1.9.0', 'latest', '1.12.0', '1.2.0'])).toBe('1.12.0');
  });
});
