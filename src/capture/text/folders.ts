import { saysOne } from '../../core/says-one.ts';
import { wordList } from '../../core/word-list.ts';

const folders =
  'home Users srv mnt opt var tmp app root usr workspace workspaces data code etc private media Volumes build builds github runner repo repos src project projects'.split(
    ' ',
  );
const endings = '.py .js .ts .mjs .cjs .mts .cts .rb .go .php .java .kt .cs .rs .sh'.split(' ');

/**
 * The starts of paths on disk, and source files below the root; an address of the API starts like neither. Each with what
 * a text has that shows one: the pattern of all takes longest of all to compile.
 */
const starts: readonly { readonly isShown: (text: string) => boolean; readonly source: string }[] = [
  {
    isShown: (text) =>
      saysOne(
        text,
        folders.map((name) => `/${name}/`),
      ),
    source: String.raw`(?<![\w.:/-])(?:file:\/\/)?(?:~|\.{1,2})?\/(?:${folders.join('|')})\/[^\s"'\u0060<>()[\]{},;:|]{1,400}`,
  },
  {
    isShown: (text) => saysOne(text, ['~/', './']),
    source: String.raw`(?<![\w.:/-])(?:~|\.{1,2})\/[^\s"'\u0060<>()[\]{},;:|]{1,400}`,
  },
  {
    isShown: (text) => text.includes('/') && saysOne(text, endings),
    source: String.raw`(?<![\w.:/@-])\/?(?:[\w.@+-]{1,80}\/){1,20}[\w.@+-]{1,80}\.(?:py|[cm]?[jt]sx?|rb|go|php|java|kt|cs|rs|sh)\b`,
  },
  {
    // What is left of a path of Windows where backslashes were taken for escapes.
    isShown: (text) => /\b[A-Z]:[A-Za-z_/]/.test(text),
    source: String.raw`\b[A-Z]:(?:[A-Za-z_][\w.@+-]{0,400}|\/[^\s"'\u0060<>()[\]{},;:|]{1,400})`,
  },
];
const patterns = new Map<string, RegExp>();

/** A pattern of the paths that a text can have. */
function pathsOf(text: string): RegExp | undefined {
  const source = starts.flatMap((start) => (start.isShown(text) ? [start.source] : [])).join('|');
  if (source === '') return undefined;
  const made = patterns.get(source) ?? new RegExp(source, 'g');
  patterns.set(source, made);
  return made;
}

/** From here on a path is not the user's own: what packages, programs and Claude's own folder are called tells something. */
const installed =
  /(?:site|dist)-packages|node_modules|\/gems\/|\/vendor\/|\/pkg\/mod\/|\/bin\/|\/extensions\/|\.claude(?![\w-])|claude-code\b|\banthropic\/(?:_|lib\/|resources\/|types\/)/;
const fileName = /(?<=\/)[^/]{1,120}\.\w{1,5}$/;

/** Names of the user's own programs, containers and pods: a service is called after what it uses, and is not that. */
const named = /(?<![\w@./-])[\w-]{0,90}(?:claude|anthropic|bedrock|vertex)-[\w-]{1,90}(?![\w/@-]|\.\w|:\d)/gi;
const deployedWords =
  'worker workers bot bots svc service services server servers app apps job jobs pod pods queue queues backend frontend web test prod production staging dev demo runner experiment experiments report reports deployment namespace cluster node nodes container image db cache cron';
const deployed = wordList(deployedWords);

/** Whether a name ends in what such programs are, and not in a model or a library. */
function isDeployed(name: string): boolean {
  const parts = name.toLowerCase().split(/[-_]/);
  return parts.slice(parts.findLastIndex((part) => servesClaude.has(part)) + 1).some((part) => deployed.has(part));
}
const servesClaude: ReadonlySet<string> = new Set(['claude', 'anthropic', 'bedrock', 'vertex']);

/** The text without the names that the user gave: folders, and programs called after what they use. */
export function withoutNames(flat: string): string {
  const told = withoutFolders(flat);
  const small = told.toLowerCase();
  return saysOne(small, ['claude-', 'anthropic-', 'bedrock-', 'vertex-']) && mayBeDeployed(small)
    ? told.replace(named, (name) => (isDeployed(name) ? ' ' : name))
    : told;
}

/** Whether a name can end so: most texts name a model and no program, and the pattern of names is dear to make. */
function mayBeDeployed(small: string): boolean {
  return deployedWords.split(' ').some((word) => small.includes(`-${word}`) || small.includes(`_${word}`));
}

/** The text without the names of the user's own folders, which say nothing of whom a program called. */
function withoutFolders(flat: string): string {
  const path = pathsOf(flat);
  if (!path) return flat;
  return flat.replace(path, (found) => {
    const at = found.search(installed);
    return at < 0 ? ` ${fileName.exec(found)?.[0] ?? ''}` : ` ${found.slice(at)}`;
  });
}
