import type { Ecosystem, PackageId } from '../../facts/sdk-packages.ts';

/** A package as one file of a project names it. */
export interface Named {
  readonly id: PackageId;
  /** The exact version, where the file has one. */
  readonly version?: string;
  /** The versions that are accepted, as the file writes them. */
  readonly range?: string;
  /** `installed`: it is on the disk; `locked`: a lock file names it; `declared`: the project asks for it. */
  readonly how: 'installed' | 'locked' | 'declared';
  /** Where in the tree of packages it stands, where there can be several: `node_modules/a/node_modules/b`. */
  readonly at?: string;
}

/** A package of the project, with the file that names it. */
export interface Dependency extends Named {
  /** From the folder in which the program runs. */
  readonly file: string;
}

/** Reads the packages out of one kind of file. A file that cannot be read gives none. */
export interface DependencyReader {
  readonly reads: (fileName: string) => boolean;
  readonly read: (text: string) => readonly Named[];
}

/** Makes a package's id of the name that a file writes. */
export function idOf(ecosystem: Ecosystem, name: string): PackageId {
  return `${ecosystem}:${canonical[ecosystem]?.(name) ?? name}`;
}

const canonical: Readonly<Partial<Record<Ecosystem, (name: string) => string>>> = {
  // PEP 503: `Langchain_Anthropic` and `langchain-anthropic` are one.
  pypi: (name) => name.toLowerCase().replace(/[-_.]+/g, '-'),
  go: (module) => module.replace(/\/v\d+$/, ''),
  packagist: (name) => name.toLowerCase(),
  // The SDK is cut into several artifacts of one version.
  maven: (name) => (name.startsWith('com.anthropic:anthropic-java') ? 'com.anthropic:anthropic-java' : name),
  nuget: (name) => nugetNames.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name,
};

const nugetNames = ['Anthropic', 'Anthropic.SDK', 'tryAGI.Anthropic'];

/** A version or a range, whichever the text is. */
export function versionOrRange(text: string): Pick<Named, 'version'> | Pick<Named, 'range'> {
  const exact = /^(?:==?|v)?\s*(\d[\w.+!-]*)$/.exec(text.trim())?.[1];
  return exact === undefined || /\.[x*]$/.test(exact) ? { range: text.trim() } : { version: exact };
}
