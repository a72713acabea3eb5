import type { VersionRange } from '../core/version.ts';
import type { PackageId } from './sdk-packages.ts';

/** Versions of two packages that do not go together. */
export interface LibraryConflict {
  readonly one: { readonly package: PackageId; readonly affected: VersionRange };
  readonly other: { readonly package: PackageId; readonly affected: VersionRange };
  readonly certainty: 'likely' | 'possible';
  /** What comes of it, as a full sentence. */
  readonly why: string;
  readonly action: string;
  readonly run?: string;
  readonly source: string;
  readonly readOn: string;
}

const readOn = '2026-11-26';

/**
 * What the packages declare of each other (`npm view`, 2026-11-26). Faults of one SDK version with a version of a
 * dependency stand among the faults of the SDK.
 */
export function libraryConflicts(): readonly LibraryConflict[] {
  return [
    {
      one: { package: 'npm:@anthropic-ai/sdk', affected: { from: '0.65.0' } },
      other: { package: 'npm:zod', affected: { below: '3.25.0' } },
      certainty: 'likely',
      why: 'The helpers of the SDK for tools and structured outputs load `zod/v4`, which zod has from 3.25.0.',
      action: 'Update zod.',
      run: 'npm install zod@latest',
      source: 'peerDependencies of @anthropic-ai/sdk 0.65.0 and 1.12.0',
      readOn,
    },
    {
      one: { package: 'npm:@anthropic-ai/sdk', affected: { below: '0.42.0' } },
      other: { package: 'npm:node-fetch', affected: { from: '3.0.0' } },
      certainty: 'possible',
      why: 'This SDK requires node-fetch 2; version 3 is an ES module, which `require` refuses in older Node versions.',
      action: 'Update the SDK, which brings no `node-fetch` any more.',
      run: 'npm install @anthropic-ai/sdk@latest',
      source: 'dependencies of @anthropic-ai/sdk 0.39.0 and 0.41.0',
      readOn,
    },
    ...[1, 2, 3, 4].flatMap((generation) => aiSdkGeneration(generation)),
    {
      one: { package: 'npm:@langchain/anthropic', affected: { from: '1.0.0' } },
      other: { package: 'npm:@langchain/core', affected: { below: '1.0.0' } },
      certainty: 'likely',
      why: '`@langchain/anthropic` 1 needs `@langchain/core` 1.',
      action: 'Update both to the same generation.',
      run: 'npm install @langchain/anthropic@latest @langchain/core@latest',
      source: 'peerDependencies of @langchain/anthropic 1.5.11',
      readOn,
    },
  ];
}

/** `ai` 4, 5, 6 and 7 take the providers of generation 1, 2, 3 and 4. */
function aiSdkGeneration(generation: number): readonly LibraryConflict[] {
  const provider = {
    package: 'npm:@ai-sdk/anthropic',
    affected: { from: `${generation}.0.0`, below: `${generation + 1}.0.0-0` },
  } as const;
  const shared = {
    one: provider,
    certainty: 'likely',
    why: `\`@ai-sdk/anthropic\` ${generation} belongs to \`ai\` ${generation + 3}: another one does not take its model objects.`,
    action: 'Update both packages to the same generation.',
    run: 'npm install ai@latest @ai-sdk/anthropic@latest',
    source: 'dependencies of ai 4.0.0 to 7.0.173 and of @ai-sdk/anthropic 1.0.0 to 4.0.105',
    readOn,
  } as const;
  return [
    { ...shared, other: { package: 'npm:ai', affected: { below: `${generation + 3}.0.0-0` } } },
    { ...shared, other: { package: 'npm:ai', affected: { from: `${generation + 4}.0.0-0` } } },
  ];
}
