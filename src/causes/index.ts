// Written by `npm run sync:causes`; do not edit.
import type { Cause } from '../core/cause.ts';
import { toolResultMissing } from './request/tool-result-missing.ts';

/** Every cause that Faultline knows. */
export const causes: readonly Cause[] = [
  toolResultMissing,
];
