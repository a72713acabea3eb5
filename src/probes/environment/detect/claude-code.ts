import { isObject, textOf } from '../../../core/json.ts';
import type { Note, ProbeFinding } from '../../../core/probe.ts';
import { claudeCodeSwitches } from '../../../facts/environment.ts';
import { listed, type Noticed } from '../../noticed.ts';
import { valueOf, type Variables } from './variables.ts';

/** A settings file of Claude Code as it was found. */
export interface SettingsText {
  readonly path: string;
  readonly text: string;
}

/** The variables that a settings file hands to Claude Code and that decide where and as whom it calls. */
const deciding =
  /^(?:ANTHROPIC_|CLAUDE_CODE_USE_|CLAUDE_CODE_SKIP_|CLAUDE_CODE_OAUTH|AWS_|CLOUD_ML|HTTPS?_PROXY|NO_PROXY|NODE_)/;

/** Says what the settings files of Claude Code change about its calls. Names are told, values never. */
export function claudeCodeSettings(files: readonly SettingsText[], variables: Variables): Noticed {
  const findings: ProbeFinding[] = [];
  const notes: Note[] = [];
  for (const { path, text } of files) {
    const settings = parsed(text);
    if (!settings) {
      notes.push({
        text: `\`${path}\` is not JSON, so Claude Code reads no setting in it.`,
        remedy: {
          action: 'Correct the file.',
          run: `node -e "JSON.parse(require('fs').readFileSync('${path}','utf8'))"`,
        },
      });
      continue;
    }
    const env = isObject(settings['env']) ? settings['env'] : {};
    const set = Object.keys(env).filter((name) => deciding.test(name) && textOf(env[name])?.trim() !== '');
    if (set.length > 0)
      notes.push({ text: `\`${path}\` sets ${listed(set.map((name) => `\`${name}\``))} for Claude Code.` });
    const rivals = set.filter((name) => {
      const here = valueOf(variables, name);
      return here !== undefined && here.trim() !== textOf(env[name])?.trim();
    });
    if (rivals.some((name) => isCredential(name) || name in claudeCodeSwitches || name === 'ANTHROPIC_BASE_URL'))
      findings.push(conflict(path, rivals));
    if (textOf(settings['apiKeyHelper']) !== undefined) notes.push(helper(path, variables));
  }
  return { findings, notes };
}

function conflict(path: string, names: readonly string[]): ProbeFinding {
  return {
    cause: 'auth-conflict',
    certainty: 'possible',
    saw: `\`${path}\` sets ${listed(names.map((name) => `\`${name}\``))} to another value than this environment, so that Claude Code and other programs call as different users or to different places.`,
    isDecisive: false,
    remedies: [{ action: `Take out of \`${path}\` what the environment sets, or the reverse.` }],
  };
}

function helper(path: string, variables: Variables): Note {
  const first = ['ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY'].find((name) => valueOf(variables, name) !== undefined);
  return {
    text:
      first === undefined
        ? `\`${path}\` names an \`apiKeyHelper\`, from which Claude Code takes its key; other programs do not.`
        : `\`${path}\` names an \`apiKeyHelper\`, which is not asked while \`${first}\` is set.`,
  };
}

function isCredential(name: string): boolean {
  return name === 'ANTHROPIC_API_KEY' || name === 'ANTHROPIC_AUTH_TOKEN' || name === 'CLAUDE_CODE_OAUTH_TOKEN';
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
