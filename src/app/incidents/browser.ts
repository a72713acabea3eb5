import { spawn } from 'node:child_process';

/** What opens a file for the user, as a program with its arguments; nothing where there is no screen to open it on. */
export function openerOf(
  env: Readonly<Record<string, string | undefined>>,
  system: string,
): readonly [program: string, ...args: string[]] | undefined {
  const chosen = env['BROWSER'];
  if (chosen !== undefined && chosen !== '') return [chosen];
  if (system === 'darwin') return ['open'];
  if (system === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  if (isSet(env['WSL_DISTRO_NAME'])) return ['wslview'];
  return isSet(env['DISPLAY']) || isSet(env['WAYLAND_DISPLAY']) ? ['xdg-open'] : undefined;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

/** A browser that runs on is one that has opened. */
const patienceMs = 3000;

/** Opens a file, and says whether something did. */
export async function openFile(
  [program, ...args]: readonly [program: string, ...args: string[]],
  path: string,
): Promise<boolean> {
  const child = spawn(program, [...args, path], { stdio: 'ignore', detached: true });
  return new Promise((resolve) => {
    const patience = setTimeout(() => end(true), patienceMs);
    const end = (hasOpened: boolean): void => {
      clearTimeout(patience);
      child.unref();
      resolve(hasOpened);
    };
    child.once('error', () => end(false)).once('exit', (code) => end(code === 0));
  });
}
