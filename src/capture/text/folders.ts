/** The start of a path on disk, or a source file below the root; an address of the API starts like neither. */
const path = new RegExp(
  [
    String.raw`(?<![\w.:/-])(?:file:\/\/)?(?:~|\.{1,2})?\/(?:home|Users|srv|mnt|opt|var|tmp|app|root|usr|workspaces?|data|code|etc|private|media|Volumes|builds?|github|runner|repos?|src|projects?)\/[^\s"'\u0060<>()[\]{},;:|]{1,400}`,
    String.raw`(?<![\w.:/-])(?:~|\.{1,2})\/[^\s"'\u0060<>()[\]{},;:|]{1,400}`,
    String.raw`(?<![\w.:/@-])\/?(?:[\w.@+-]{1,80}\/){1,20}[\w.@+-]{1,80}\.(?:py|[cm]?[jt]sx?|rb|go|php|java|kt|cs|rs|sh)\b`,
    // What is left of a path of Windows where backslashes were taken for escapes.
    String.raw`\b[A-Z]:(?:[A-Za-z_][\w.@+-]{0,400}|\/[^\s"'\u0060<>()[\]{},;:|]{1,400})`,
  ].join('|'),
  'g',
);
/** From here on a path is not the user's own: what packages, programs and Claude's own folder are called tells something. */
const installed =
  /(?:site|dist)-packages|node_modules|\/gems\/|\/vendor\/|\/pkg\/mod\/|\/bin\/|\/extensions\/|\.claude(?![\w-])|claude-code\b|\banthropic\/(?:_|lib\/|resources\/|types\/)/;
const fileName = /(?<=\/)[^/]{1,120}\.\w{1,5}$/;

/** Names of the user's own programs, containers and pods: a service is called after what it uses, and is not that. */
const named = /(?<![\w@./-])[\w-]{0,90}(?:claude|anthropic|bedrock|vertex)-[\w-]{1,90}(?![\w/@-]|\.\w|:\d)/gi;
const deployed: ReadonlySet<string> = new Set(
  'worker workers bot bots svc service services server servers app apps job jobs pod pods queue queues backend frontend web test prod production staging dev demo runner experiment experiments report reports deployment namespace cluster node nodes container image db cache cron'.split(
    ' ',
  ),
);

/** Whether a name ends in what such programs are, and not in a model or a library. */
function isDeployed(name: string): boolean {
  const parts = name.toLowerCase().split(/[-_]/);
  return parts.slice(parts.findLastIndex((part) => servesClaude.has(part)) + 1).some((part) => deployed.has(part));
}
const servesClaude: ReadonlySet<string> = new Set(['claude', 'anthropic', 'bedrock', 'vertex']);

/** The text without the names that the user gave: folders, and programs called after what they use. */
export function withoutNames(flat: string): string {
  const told = withoutFolders(flat);
  return /(?:claude|anthropic|bedrock|vertex)-/i.test(told)
    ? told.replace(named, (name) => (isDeployed(name) ? ' ' : name))
    : told;
}

/** The text without the names of the user's own folders, which say nothing of whom a program called. */
function withoutFolders(flat: string): string {
  if (!/[/\\]|\b[A-Z]:\w/.test(flat)) return flat;
  return flat.replace(path, (found) => {
    const at = found.search(installed);
    return at < 0 ? ` ${fileName.exec(found)?.[0] ?? ''}` : ` ${found.slice(at)}`;
  });
}
