import type { Note, ProbeFinding } from '../../../core/probe.ts';
import { isOn, valueOf, type Variables } from './variables.ts';

/** A setting that helps to find a fault and does harm when it stays. */
export interface LeftOver {
  /** A variable, or a file with the setting in it. */
  readonly where: string;
  readonly setting: string;
  /** What it does while it stays, as a full sentence. */
  readonly harm: string;
  readonly undo: NonNullable<ProbeFinding['remedies']>[number];
}

/** A file that can hold such settings. */
export interface SettingsFile {
  readonly path: string;
  readonly kind: 'curl' | 'npm' | 'pip';
  readonly text: string;
}

interface Watched {
  readonly name: string;
  readonly setting: RegExp;
  readonly harm: string;
}

const untrusted = 'Certificates are not checked: whoever stands between can read the key and the conversation.';
const printsKeys = 'It prints requests, and in older SDKs the key in their headers, into the log.';

const watched: readonly Watched[] = [
  { name: 'NODE_TLS_REJECT_UNAUTHORIZED', setting: /^0$/, harm: untrusted },
  { name: 'PYTHONHTTPSVERIFY', setting: /^0$/, harm: untrusted },
  { name: 'CURL_INSECURE', setting: /^(?:1|true)$/i, harm: untrusted },
  { name: 'GIT_SSL_NO_VERIFY', setting: /^(?:1|true)$/i, harm: untrusted },
  { name: 'npm_config_strict_ssl', setting: /^false$/i, harm: untrusted },
  { name: 'ANTHROPIC_LOG', setting: /^debug$/i, harm: printsKeys },
  { name: 'LITELLM_LOG', setting: /^debug$/i, harm: printsKeys },
  { name: 'HTTPX_LOG_LEVEL', setting: /^(?:debug|trace)$/i, harm: printsKeys },
  { name: 'NODE_DEBUG', setting: /\b(?:http|https|tls|net|fetch|undici)\b/i, harm: printsKeys },
  { name: 'DEBUG', setting: /\*|undici|http|anthropic/i, harm: printsKeys },
  { name: 'GODEBUG', setting: /http2debug=[12]/, harm: printsKeys },
  {
    name: 'SSLKEYLOGFILE',
    setting: /./,
    harm: 'The keys of every TLS connection are written to a file, with which recorded traffic can be read.',
  },
  {
    name: 'NODE_OPTIONS',
    setting: /--tls-keylog|--trace-tls|--insecure-http-parser|--tls-min-v1\.[01]/,
    harm: 'Every Node program weakens or records its connections.',
  },
  { name: 'NODE_OPTIONS', setting: /--inspect(?:-brk)?/, harm: 'Every Node program opens a port for a debugger.' },
];

const inFiles: readonly { readonly kind: SettingsFile['kind']; readonly pattern: RegExp; readonly harm: string }[] = [
  { kind: 'curl', pattern: /^[ \t]*(?:-k|--?insecure)\b.*$/m, harm: untrusted },
  { kind: 'npm', pattern: /^[ \t]*strict-ssl[ \t]*=[ \t]*false\b.*$/m, harm: untrusted },
  {
    kind: 'pip',
    pattern: /^[ \t]*trusted-host[ \t]*=.*$/m,
    harm: 'Packages are installed from these hosts unchecked.',
  },
];

/** The settings of a diagnosis that were left behind, in the environment and in files. */
export function leftOverSettings(variables: Variables, files: readonly SettingsFile[]): readonly LeftOver[] {
  const inEnvironment = watched.flatMap(({ name, setting, harm }): readonly LeftOver[] => {
    const value = valueOf(variables, name)?.trim();
    return value === undefined || !setting.test(value)
      ? []
      : [
          {
            where: name,
            setting: name === 'SSLKEYLOGFILE' ? 'set' : (setting.exec(value)?.[0] ?? value),
            harm,
            undo: { action: 'Unset it when the fault is found.', run: `unset ${name}` },
          },
        ];
  });
  const onDisk = files.flatMap(({ path, kind, text }) =>
    inFiles.flatMap((one): readonly LeftOver[] => {
      const line = one.kind === kind ? one.pattern.exec(text)?.[0].trim() : undefined;
      return line === undefined
        ? []
        : [
            {
              where: path,
              setting: line,
              harm: one.harm,
              undo: { action: `Take the line \`${line}\` out of \`${path}\`.` },
            },
          ];
    }),
  );
  const skipped = Object.keys(variables)
    .filter((name) => /^CLAUDE_CODE_SKIP_\w+_AUTH$/.test(name) && isOn(variables, name))
    .map((name) => ({
      where: name,
      setting: 'on',
      harm: 'Claude Code signs in nowhere and leaves that to a gateway.',
      undo: { action: 'Unset it where no gateway signs the calls.', run: `unset ${name}` },
    }));
  return [...inEnvironment, ...onDisk, ...skipped];
}

/** A left-over setting as a line of a report. */
export function noteOf({ where, setting, harm, undo }: LeftOver): Note {
  return { text: `\`${where}\` is left at \`${setting}\`. ${harm}`, remedy: undo };
}
