import { describe, expect, test } from 'vitest';
import { causes } from '../causes/index.ts';
import { defaultApiVersionOf, faultsOf, sdkFaults } from './sdk-faults.ts';
import { sdkPackages, type PackageId } from './sdk-packages.ts';

const rows = sdkFaults().map((fault) => [`${fault.package} ${fault.fault}`, fault] as const);
const companions = (id: PackageId): readonly string[] => (id === 'pypi:httpx' ? ['0.28.1'] : []);

describe('known faults of SDKs', () => {
  test.each(rows)('%s is found from the first version on and not from the one that mends it', (_name, fault) => {
    const { package: id, affected } = fault;
    const below = affected.below?.replace(/\d+(?=\D*$)/, (last) => String(Number(last) + 1));
    const inside = affected.from ?? '0.0.1';
    expect(faultsOf(id, inside, companions)).toContain(fault);
    if (affected.below !== undefined) expect(faultsOf(id, affected.below, companions)).not.toContain(fault);
    if (below !== undefined) expect(faultsOf(id, below, companions)).not.toContain(fault);
    if (affected.from !== undefined) expect(faultsOf(id, '0.0.1', companions)).not.toContain(fault);
  });

  test.each(rows)('%s names causes that exist, a source and a cure', (_name, fault) => {
    const known = new Set(causes.map(({ id }) => id));
    expect(fault.explains.filter((id) => !known.has(id))).toEqual([]);
    expect(fault.source).not.toBe('');
    expect(fault.fixedIn ?? fault.cure).toBeDefined();
    expect(fault.fault).not.toMatch(/^[A-Z]|\.$/);
    expect(fault.symptom ?? '.').toMatch(/[.)]$/);
  });

  test('a fault between two packages shows only where both are there', () => {
    const conflicts = [[], ['0.27.2'], ['0.28.0']].map(
      (httpx) => faultsOf('pypi:anthropic', '0.39.0', () => httpx).filter(({ together }) => together).length,
    );
    expect(conflicts).toEqual([0, 0, 1]);
  });

  test('the newest versions that were seen have no known bug', () => {
    const bugs = sdkPackages.flatMap(({ id, latest }) =>
      latest ? faultsOf(id, latest.version, companions).filter(({ kind }) => kind === 'bug') : [],
    );
    expect(bugs).toEqual([]);
  });

  test.each([
    ['npm:@anthropic-ai/sdk', '0.137.0', '2023-06-01'],
    ['npm:@anthropic-ai/sdk', '1.0.0', '2026-10-21'],
    ['pypi:anthropic', '1.10.0', '2023-06-01'],
    ['pypi:anthropic', '2.0.0', '2026-10-21'],
    ['maven:com.anthropic:anthropic-java', '2.67.0', '2023-06-01'],
    ['nuget:Anthropic', '13.0.0', '2026-10-21'],
    ['npm:ai', '5.0.0', undefined],
  ] as const)('%s %s sends the API version %s', (id, version, expected) => {
    expect(defaultApiVersionOf(id, version)).toBe(expected);
  });
});
