import type { Probe } from '../../core/probe.ts';
import { latestVersions } from './latest-versions.ts';
import { libraryConflicts } from './library-conflicts.ts';
import { sdkVersions } from './sdk-versions.ts';

/** The probes of the packages that a project uses, in the order in which a reader would ask. */
export const libraryProbes: readonly Probe[] = [sdkVersions, libraryConflicts, latestVersions];
