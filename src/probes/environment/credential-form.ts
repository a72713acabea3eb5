import { join } from 'node:path';
import { defineProbe, type Note, type ProbeContext, type ProbeFinding } from '../../core/probe.ts';
import type { Machine } from '../../core/world.ts';
import { listed, outcomeOf, together, type Noticed } from '../noticed.ts';
import { credentialForms, credentialVariables } from './detect/credential.ts';
import { nearMisses, type NearMiss } from './detect/variable-names.ts';
import { valueOf } from './detect/variables.ts';
import { readDotenvFiles, readProfiles } from './files.ts';

const credentials = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'];

/** Looks for a credential in the environment and at the form of each that is there. */
export const credentialForm = defineProbe({
  id: 'credential-form',
  asks: 'Is a credential set, well formed, and of the right kind?',
  cost: 'nothing',
  limitMs: 3000,
  rulesOut: ['api-key-missing', 'api-key-malformed', 'api-key-wrong-kind'],
  run: async (context) => {
    const { env } = context.machine;
    const { platform } = context.target;
    const own = together([credentialForms(env, platform), await missing(context)]);
    const set = credentialVariables.filter((name) => valueOf(env, name) !== undefined);
    const outcome = outcomeOf(
      own,
      set.length === 0
        ? 'No key is set, and this platform or profile needs none.'
        : `${listed(set.map((name) => `\`${name}\``))} ${set.length === 1 ? 'is' : 'are'} set and well formed.`,
    );
    const lacksCredential = own.findings.some(
      ({ cause, certainty }) => cause === 'api-key-missing' && certainty === 'proven',
    );
    return lacksCredential ? { ...outcome, learned: { lacksCredential } } : outcome;
  },
});

async function missing({ machine, target }: ProbeContext): Promise<Noticed> {
  const { env } = machine;
  if (target.platform !== 'direct' && target.platform !== 'gateway') return {};
  if (credentials.some((name) => valueOf(env, name) !== undefined)) return {};
  const profile = await readProfiles(machine);
  if (profile && Object.keys(profile.configs).length > 0) return {};
  if (env['ANTHROPIC_FEDERATION_RULE_ID'] !== undefined) return {};
  const misses = nearMisses(env, machine.system).filter(({ meant }) => credentials.includes(meant));
  const files = await readDotenvFiles(machine);
  const inFiles = files.some(({ text }) =>
    /^[ \t]*(?:export[ \t]+)?ANTHROPIC_(?:API_KEY|AUTH_TOKEN)[ \t]*=[ \t]*\S/m.test(text),
  );
  const oauth = valueOf(env, 'CLAUDE_CODE_OAUTH_TOKEN');
  if (oauth !== undefined) return { notes: [forClaudeCodeOnly] };
  return { findings: [notSet(misses, inFiles)], notes: (await isSignedIn(machine)) ? [signedIn] : [] };
}

/** Whether Claude Code keeps a sign-in of its own here; only the name of the file is looked at. */
async function isSignedIn({ env, home, list }: Machine): Promise<boolean> {
  const folder = valueOf(env, 'CLAUDE_CONFIG_DIR') ?? join(home, '.claude');
  return (await list(folder)).some(({ name }) => name === '.credentials.json');
}

const signedIn: Note = {
  text: 'Claude Code is signed in on this machine by itself. SDKs do not use that sign-in, and it needs no key.',
};

const forClaudeCodeOnly: Note = {
  text: '`CLAUDE_CODE_OAUTH_TOKEN` is set, which Claude Code alone reads: SDKs find no credential.',
};

function notSet(misses: readonly NearMiss[], isInFile: boolean): ProbeFinding {
  const [miss] = misses;
  const here =
    'Neither `ANTHROPIC_API_KEY` nor `ANTHROPIC_AUTH_TOKEN` is set in this environment, and there is no profile.';
  return {
    cause: 'api-key-missing',
    certainty: isInFile ? 'likely' : 'proven',
    saw: miss ? `${here} \`${miss.name}\` is set, which no SDK reads; \`${miss.meant}\` was probably meant.` : here,
    text: 'ANTHROPIC_API_KEY environment variable is not set',
    // The call that needs the key decides, once the way to the API is known to be open.
    isDecisive: false,
    remedies: miss ? [{ action: 'Give it the name that is read.', run: rename(miss) }] : [],
  };
}

/** Names that a shell cannot write are told without a command. */
function rename({ name, meant }: NearMiss): string {
  return /^\w+$/.test(name) ? `export ${meant}="$${name}"` : `export ${meant}='...'`;
}
