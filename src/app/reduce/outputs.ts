import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { refuseLeaks } from '../../capture/exchange/sanitize.ts';
import { FaultlineError } from '../../core/error.ts';
import type { Platform } from '../../core/evidence.ts';
import type { ToldRequest } from '../../core/reduction.ts';
import { bodyFile, curlScript, pythonScript, typescriptScript, type ScriptHead } from '../../report/request-scripts.ts';
import { codeOf } from '../files.ts';
import type { Host } from '../operation.ts';

/** The forms of a request, each with the name of its file. */
export const requestForms = {
  request: 'reduced.json',
  curl: 'reduced.sh',
  typescript: 'reduced.ts',
  python: 'reduced.py',
} as const;

/** One of the forms. */
export type RequestForm = keyof typeof requestForms;

/** The forms that a request of a platform can have: calls that a cloud wants signed are no plain HTTP. */
export function formsFor(platform: Platform): readonly RequestForm[] {
  return platform === 'bedrock' || platform === 'vertex' || platform === 'foundry'
    ? ['request']
    : ['request', 'curl', 'typescript', 'python'];
}

/** A request in one form, looked through for secrets once more. */
export function formOf(form: RequestForm, request: ToldRequest, head: ScriptHead): string {
  const text = written(form, request, head);
  // The names of the variables that the key comes from stand where a key would.
  refuseLeaks(text.replaceAll(/\$?ANTHROPIC_API_KEY/g, ''), 'Nothing was written');
  return text;
}

function written(form: RequestForm, request: ToldRequest, head: ScriptHead): string {
  switch (form) {
    case 'request':
      return bodyFile(request);
    case 'curl':
      return curlScript(request, head);
    case 'typescript':
      return typescriptScript(request, head);
    case 'python':
      return pythonScript(request, head);
  }
}

/** Writes the forms into a folder, and never over a file that is there. */
export function writeForms(
  folder: string,
  forms: readonly RequestForm[],
  request: ToldRequest,
  head: ScriptHead,
  host: Host,
): readonly string[] {
  const place = resolve(host.cwd, folder);
  const files = forms.map((form) => ({ path: join(place, requestForms[form]), text: formOf(form, request, head) }));
  try {
    mkdirSync(place, { recursive: true });
    return files.map(({ path, text }) => {
      writeFileSync(path, text, { flag: 'wx', mode: path.endsWith('.sh') ? 0o755 : 0o644 });
      return relative(host.cwd, path) || path;
    });
  } catch (cause) {
    throw notWritten(folder, codeOf(cause), cause);
  }
}

function notWritten(folder: string, code: string | undefined, cause: unknown): FaultlineError {
  if (code === 'EEXIST') {
    return new FaultlineError(
      'output-exists',
      `${folder} holds a reduced request already, or is a file.`,
      'Name another folder; what is there is never written over.',
      { cause },
    );
  }
  return new FaultlineError(
    'output-not-written',
    `Nothing can be written to ${folder}${code === undefined ? '' : ` (${code})`}.`,
    'Name a folder that you may write to.',
    { cause },
  );
}
