import type { VersionRange } from '../../core/version.ts';
import type { PackageId } from '../sdk-packages.ts';

/** Something that some versions of an SDK do wrong, or do otherwise than the versions before. */
export interface SdkFault {
  readonly package: PackageId;
  /** `bug`: mended in a later version; `change`: meant, and it breaks code that was written before. */
  readonly kind: 'bug' | 'change';
  readonly affected: VersionRange;
  /** The bounds are near, not exact. */
  readonly isApproximate?: boolean;
  /** Another package that must be there, in that range, for the fault to show. */
  readonly together?: { readonly package: PackageId; readonly affected: VersionRange };
  /** What those versions do, as a clause that can follow their name. */
  readonly fault: string;
  /** What the caller sees, where it differs from the fault. */
  readonly symptom?: string;
  /** What to do; for a `bug` without one it is the update to `fixedIn`. */
  readonly cure?: string;
  readonly fixedIn?: string;
  /** Causes that it can bring about, by id. */
  readonly explains: readonly string[];
  /** Where it is stated. */
  readonly source: string;
  /** The day on which the source was read. */
  readonly readOn: string;
}

/** The day on which the change logs were read. */
export const readOn = '2026-11-22';

/** A bug in a few words: the version that mends it, what it does, which causes it can bring about, and the rest. */
export type BugRow = readonly [
  fixedIn: string,
  fault: string,
  explains: readonly string[],
  rest?: Partial<Pick<SdkFault, 'symptom' | 'cure' | 'together' | 'isApproximate' | 'source'>> & {
    readonly from?: string;
  },
];

/** Makes the faults of one package out of short rows. */
export function bugsOf(id: PackageId, source: string, rows: readonly BugRow[]): readonly SdkFault[] {
  return rows.map(([fixedIn, fault, explains, { from, ...rest } = {}]) => ({
    package: id,
    kind: 'bug',
    affected: { ...(from === undefined ? {} : { from }), below: fixedIn },
    fault,
    fixedIn,
    explains,
    source,
    readOn,
    ...rest,
  }));
}
