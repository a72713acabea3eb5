import { defineProbe } from '../../core/probe.ts';
import { outcomeOf } from '../noticed.ts';
import { claudeCodeSettings as judge } from './detect/claude-code.ts';
import { readClaudeCodeSettings } from './files.ts';

/** Looks at what the settings files of Claude Code set. */
export const claudeCodeSettings = defineProbe({
  id: 'claude-code-settings',
  asks: 'Does Claude Code get another credential or address from its settings?',
  cost: 'local',
  limitMs: 3000,
  rulesOut: [],
  run: async ({ machine }) => {
    const files = await readClaudeCodeSettings(machine);
    return outcomeOf(
      judge(files, machine.env),
      files.length === 0
        ? 'There are no settings of Claude Code.'
        : 'The settings of Claude Code change nothing that the environment sets.',
    );
  },
});
