import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FaultlineError } from '../core/error.ts';
import type { CustomSecrets } from '../redactors/custom.ts';
import type { Share } from '../redactors/share.ts';
import type { Host, OperationInput, OptionSpec } from './operation.ts';

/** What the user calls secret; every operation that prints or keeps what was in a call takes it. */
export const redactOption = {
  redact: {
    type: 'string',
    multiple: true,
    value: 'WORD',
    about:
      'take out this word too, in any case of letters, or what /PATTERN/ matches; may be repeated (FAULTLINE_REDACT names a file with one a line)',
  },
} as const satisfies Record<string, OptionSpec>;

const shares = ['shape', 'errors', 'all'] as const satisfies readonly Share[];

/** How much of the bodies of calls is kept or shown. */
export const shareOption = {
  share: {
    type: 'string',
    value: 'HOW',
    choices: shares,
    about:
      'how much of bodies to keep or show: all (default), errors (of failing calls, and incidents are these), or shape: types, lengths and ids, without a word of them',
  },
} as const satisfies Record<string, OptionSpec>;

/** How much is to be shown of bodies. */
export function shareOf(input: OperationInput): Share {
  return shares.find((share) => share === input.value('share')) ?? 'all';
}

/** What the options and the file that FAULTLINE_REDACT names call secret. */
export function customSecrets(input: OperationInput, host: Pick<Host, 'env' | 'cwd'>): CustomSecrets {
  return secretsOf([...input.values('redact'), ...linesNamed(host)]);
}

/** What the file that FAULTLINE_REDACT names calls secret. */
export function environmentSecrets(host: Pick<Host, 'env' | 'cwd'>): CustomSecrets {
  return secretsOf(linesNamed(host));
}

function linesNamed({ env, cwd }: Pick<Host, 'env' | 'cwd'>): readonly string[] {
  const file = env['FAULTLINE_REDACT'];
  if (file === undefined || file === '') return [];
  try {
    const lines = readFileSync(resolve(cwd, file), 'utf8').split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('# '));
  } catch (cause) {
    // To go on without it would show what the user wants to keep back.
    throw new FaultlineError(
      'redaction-file-unreadable',
      `The file ${file}, which FAULTLINE_REDACT names, cannot be read.`,
      'Write one word or /pattern/ a line into it, or unset the variable.',
      { cause },
    );
  }
}

function secretsOf(lines: readonly string[]): CustomSecrets {
  const words: string[] = [];
  const patterns: RegExp[] = [];
  for (const line of lines) {
    const [, source, flags = ''] = /^\/(.+)\/([imsu]*)$/.exec(line) ?? [];
    if (source === undefined) words.push(wordOf(line));
    else patterns.push(patternOf(source, flags, line));
  }
  return { words, patterns };
}

/** A single letter stands in nearly every text, and what would be left of it says nothing. */
function wordOf(line: string): string {
  if (line.trim().length >= 2) return line.trim();
  throw new FaultlineError('option-invalid', `--redact ${line} is too short.`, 'Write a word of two letters or more.');
}

function patternOf(source: string, flags: string, line: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (cause) {
    throw new FaultlineError(
      'redaction-pattern-invalid',
      `--redact ${line} is no regular expression.`,
      'Write it as JavaScript does, between slashes.',
      { cause },
    );
  }
}
