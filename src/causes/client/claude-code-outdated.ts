import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** Claude Code is older than the model or the organization demands. */
export const claudeCodeOutdated = defineCause({
  id: 'claude-code-outdated',
  refines: 'sdk-outdated',
  title: 'This version of Claude Code is too old',
  locus: 'client',
  retry: () => ({ kind: 'no', because: 'The API refuses every call of this version.' }),
  signs: [
    { code: 'claude_code_version_too_old' },
    { says: 'version of Claude Code is too old' },
    { says: 'Claude Code version is too old' },
    { says: 'requires a newer version of Claude Code' },
    { says: ['Please update Claude Code', 'minimum'] },
    { says: 'It looks like your version of Claude Code', certainty: 'likely' },
    { says: 'needs an update. A newer version', certainty: 'likely' },
  ],
  explain: () =>
    'The API refused the call because it came from a Claude Code older than the least version that this model or this organization allows.',
  remedies: () => [
    { action: 'Update it, then start it anew.', run: 'claude update' },
    {
      action: 'If the version stays the same, see which program runs and how it was installed.',
      run: 'which -a claude; claude --version; claude doctor',
    },
  ],
  docs: pages.claudeCodeErrors,
});
