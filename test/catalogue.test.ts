import { describe, expect, test } from 'vitest';
import { judgeText } from '../src/app/verdict.ts';
import type { Verdict } from '../src/core/verdict.ts';
import { loadCauseFiles } from '../scripts/cause-files.ts';

const files = await loadCauseFiles();
const ids = new Set(files.map(({ id }) => id));

describe('every cause', () => {
  test.each(files)('$id is declared under its own name and side', ({ id, folder, cause }) => {
    expect(cause.id).toBe(id);
    expect(cause.locus).toBe(folder);
  });

  test.each(files)('$id tells what happened, what to do and where to read on', ({ cause }) => {
    const { explanation, remedies, retry } = cause.describe();
    expect(cause.title).toMatch(/^[A-Z].*[^.!?]$/);
    expect(explanation).toMatch(/[.]$/);
    expect(explanation).not.toMatch(/undefined|\bOops\b|!/);
    expect(remedies.length).toBeGreaterThan(0);
    expect(remedies.filter(({ action }) => /undefined|!/.test(action))).toEqual([]);
    expect(retry.because).not.toBe('');
    expect(cause.docs.url).toMatch(/^https:\/\//);
    expect(cause.docs.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test.each(files)('$id refines, follows and is told apart from causes that exist', ({ cause }) => {
    const named = [
      ...(cause.refines === undefined ? [] : [cause.refines]),
      ...cause.consequenceOf.filter((id) => id !== '*'),
      ...cause.settledBy.map(({ from }) => from),
    ];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  test.each(files.filter(({ cause }) => cause.signs.length > 0))(
    '$id has reports that are it and look-alikes that are not',
    ({ examples }) => {
      expect(examples.matches.length).toBeGreaterThanOrEqual(2);
      expect(examples.spares.length).toBeGreaterThanOrEqual(1);
    },
  );
});

const matches = files.flatMap(({ id, examples }) =>
  examples.matches.map((example, at) => ({ id, at: at + 1, example })),
);
const spares = files.flatMap(({ id, examples }) => examples.spares.map((example, at) => ({ id, at: at + 1, example })));

describe('reports', () => {
  test.each(matches)('$id is recognized in its report $at', ({ id, example }) => {
    const verdict = judgeText(example.text);
    expect(told(verdict)[0]).toBe(`${id} ${example.certainty ?? 'proven'}`);
    expect(verdict.facts).toMatchObject(example.facts ?? {});
  });

  test.each(spares)('the look-alike $at of $id is $example.cause', ({ id, example }) => {
    const [first = ''] = told(judgeText(example.text));
    expect(first.split(' ')[0]).not.toBe(id);
    expect(first.split(' ')[0]).toBe(example.cause);
  });
});

/** The findings as `cause certainty`, or the outcome when there are none. */
function told(verdict: Verdict): readonly string[] {
  return verdict.findings.length === 0
    ? [verdict.outcome]
    : verdict.findings.map((one) => `${one.cause} ${one.certainty}`);
}
