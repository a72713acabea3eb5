import type { DependencyReader } from '../dependency.ts';
import { gemfile, gemfileLock, goMod } from './go-and-ruby.ts';
import { gradle, gradleLock, pom, versionCatalog } from './jvm.ts';
import { packageJson, packageLock } from './npm.ts';
import { bunLock, pnpmLock, yarnLock } from './other-javascript.ts';
import { composerJson, composerLock, dotnetProject, nugetLock } from './php-and-dotnet.ts';
import { pipfile, pipfileLock, pyproject, pythonLock, requirements } from './python.ts';

/** Every kind of file that names packages. */
export const readers: readonly DependencyReader[] = [
  packageJson,
  packageLock,
  pnpmLock,
  yarnLock,
  bunLock,
  requirements,
  pyproject,
  pythonLock,
  pipfile,
  pipfileLock,
  goMod,
  gemfile,
  gemfileLock,
  pom,
  gradle,
  gradleLock,
  versionCatalog,
  composerJson,
  composerLock,
  dotnetProject,
  nugetLock,
];
