import { defineFault } from '../core/fault.ts';

/** Cannot read the encryption settings. */
export const encryptionSettingsUnavailable = defineFault({
  id: 'encryption-settings-unavailable',
  cause: 'encryption-settings-unavailable',
  summary: 'Cannot read the encryption settings',
  deed: {
    kind: 'error',
    status: 503,
    type: 'api_error',
    code: 'cmek_context_unavailable',
    message: 'Encryption settings are unavailable.',
  },
});
