import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a call without a version. */
export const versionHeader = defineFault({
  id: 'version-header',
  cause: 'version-header',
  summary: 'Refuses a call without a version',
  deed: () => brokenRequest({}, { 'anthropic-version': '' }),
});
