import { isWithin } from '../core/version.ts';
import { sdkChanges } from './sdk-faults/changes.ts';
import type { SdkFault } from './sdk-faults/fault.ts';
import { otherLanguageFaults } from './sdk-faults/other-languages.ts';
import { pythonFaults } from './sdk-faults/python.ts';
import { typescriptFaults } from './sdk-faults/typescript.ts';
import { defaultApiVersions, sdkPackages, type PackageId } from './sdk-packages.ts';

export type { SdkFault } from './sdk-faults/fault.ts';

let all: readonly SdkFault[] | undefined;

/** Every known fault of the official SDKs. */
export function sdkFaults(): readonly SdkFault[] {
  all ??= [...typescriptFaults(), ...pythonFaults(), ...otherLanguageFaults(), ...sdkChanges()];
  return all;
}

/**
 * The faults that a version of a package has. Those that need another package count only where `versionsOf` knows a
 * fitting version of it.
 */
export function faultsOf(
  id: PackageId,
  version: string,
  versionsOf: (id: PackageId) => readonly string[] = () => [],
): readonly SdkFault[] {
  return sdkFaults().filter(
    ({ package: owner, affected, together }) =>
      owner === id &&
      isWithin(version, affected) === true &&
      (together === undefined || versionsOf(together.package).some((other) => isWithin(other, together.affected))),
  );
}

/** The `anthropic-version` that a version of an SDK sends by itself; `undefined` where it is not known. */
export function defaultApiVersionOf(id: PackageId, version: string): string | undefined {
  const from = sdkPackages.find((one) => one.id === id)?.newApiVersionFrom;
  if (from === undefined) return undefined;
  const isNew = isWithin(version, { from });
  return isNew === undefined ? undefined : isNew ? defaultApiVersions.since : defaultApiVersions.before;
}
