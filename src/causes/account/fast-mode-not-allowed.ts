import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** Fast mode is not open to the account or was turned off by its organization. */
export const fastModeNotAllowed = defineCause({
  id: 'fast-mode-not-allowed',
  refines: 'model-feature-unsupported',
  title: 'Fast mode is not open to this account',
  locus: 'account',
  retry: 'no',
  signs: [
    { says: 'Fast mode is currently available in research preview' },
    { says: ['Fast mode', 'not yet available via API'] },
    {
      says: ['Fast mode', 'is not enabled for'],
      type: ['invalid_request_error', 'permission_error'],
      certainty: 'likely',
    },
    {
      says: ['Fast mode', 'is not available for'],
      type: ['invalid_request_error', 'permission_error'],
      certainty: 'likely',
    },
  ],
  explain: () =>
    'The request asks for fast mode (`speed: "fast"`, with or without its beta value), and the account or organization behind the credential may not use it. At standard speed the same request is judged on its own.',
  remedies: () => [
    { action: 'Leave out `speed`, and the beta value `fast-mode-2026-02-01`.' },
    {
      action:
        'In Claude Code, turn fast mode off; an administrator can allow it in the preferences of the organization.',
      run: 'claude /fast',
    },
    { action: 'Check that the model has fast mode at all.' },
  ],
  docs: pages.fastMode,
});
