import { dirname, join } from 'node:path';
import type { Machine } from '../core/world.ts';

/** How far up from the working folder a project can begin. */
const mostLevels = 6;
/** How far down, and in how many folders, its parts are looked for. */
const mostDepth = 2;
const mostFolders = 60;

/** Folders in which a project keeps what is not its own source. */
const passedOver = /^(?:\..*|node_modules|dist|build|out|target|vendor|coverage|__pycache__|env|venv|site-packages)$/;

/** The working folder and those above it, up to the root of the repository; without a repository it stands alone. */
export async function foldersAbove({ cwd, home, list }: Machine): Promise<readonly string[]> {
  const folders = [cwd];
  for (let folder = cwd; folders.length < mostLevels;) {
    if ((await list(folder)).some(({ name }) => name === '.git')) return folders;
    const above = dirname(folder);
    if (above === folder || folder === home) break;
    folder = above;
    folders.push(folder);
  }
  return folders.slice(0, 1);
}

/** The working folder and the folders below it that can hold a part of the project. */
export async function foldersBelow({ cwd, list }: Machine): Promise<readonly string[]> {
  const folders = [cwd];
  let level: readonly string[] = [cwd];
  for (let depth = 0; depth < mostDepth; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      for (const { name, isFolder } of await list(folder)) {
        if (!isFolder || passedOver.test(name)) continue;
        if (folders.length >= mostFolders) return folders;
        folders.push(join(folder, name));
        next.push(join(folder, name));
      }
    }
    level = next;
  }
  return folders;
}
