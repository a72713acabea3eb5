/** A package registry and the language that it serves. */
export type Ecosystem = 'npm' | 'pypi' | 'go' | 'maven' | 'nuget' | 'packagist' | 'rubygems';

/** A package of a registry: `npm:@anthropic-ai/sdk`. Go modules stand without the `/v2` of their path. */
export type PackageId = `${Ecosystem}:${string}`;

/** An official SDK, with what its versions do by default. */
export interface SdkPackage {
  readonly id: PackageId;
  /** With the article where it needs one: `the TypeScript SDK`. */
  readonly name: string;
  /** The newest version that was seen, and the day. */
  readonly latest?: { readonly version: string; readonly seenOn: string };
  /** The first version that sends `anthropic-version: 2026-10-21` and the key as a bearer token. */
  readonly newApiVersionFrom?: string;
  readonly update: string;
}

/** The value of `anthropic-version` that an SDK sends by itself, before and after the change of 2026-10-21. */
export const defaultApiVersions = { before: '2023-06-01', since: '2026-10-21' } as const;

/** The official SDKs (`npm view` of 2026-11-22, a list of PyPI of 2026-11, the migration page of 2026-10-21). */
export const sdkPackages: readonly SdkPackage[] = [
  {
    id: 'npm:@anthropic-ai/sdk',
    name: 'the TypeScript SDK',
    latest: { version: '1.12.0', seenOn: '2026-11-20' },
    newApiVersionFrom: '1.0.0',
    update: 'npm install @anthropic-ai/sdk@latest',
  },
  {
    id: 'pypi:anthropic',
    name: 'the Python SDK',
    latest: { version: '2.10.0', seenOn: '2026-11-22' },
    newApiVersionFrom: '2.0.0',
    update: 'python -m pip install --upgrade anthropic',
  },
  {
    id: 'go:github.com/anthropics/anthropic-sdk-go',
    name: 'the Go SDK',
    newApiVersionFrom: '2.0.0',
    update: 'go get github.com/anthropics/anthropic-sdk-go/v2@latest',
  },
  {
    id: 'maven:com.anthropic:anthropic-java',
    name: 'the Java SDK',
    newApiVersionFrom: '3.0.0',
    update: 'Set the version of com.anthropic:anthropic-java to the newest one',
  },
  {
    id: 'nuget:Anthropic',
    name: 'the C# SDK',
    newApiVersionFrom: '13.0.0',
    update: 'dotnet add package Anthropic',
  },
  {
    id: 'packagist:anthropic-ai/sdk',
    name: 'the PHP SDK',
    newApiVersionFrom: '1.0.0',
    update: 'composer require anthropic-ai/sdk',
  },
  {
    id: 'rubygems:anthropic',
    name: 'the Ruby SDK',
    newApiVersionFrom: '2.0.0',
    update: 'bundle update anthropic',
  },
  {
    id: 'npm:@anthropic-ai/bedrock-sdk',
    name: 'the Bedrock SDK',
    latest: { version: '1.1.3', seenOn: '2026-11-20' },
    newApiVersionFrom: '1.0.0',
    update: 'npm install @anthropic-ai/bedrock-sdk@latest',
  },
  {
    id: 'npm:@anthropic-ai/vertex-sdk',
    name: 'the Vertex SDK',
    latest: { version: '1.1.3', seenOn: '2026-11-10' },
    newApiVersionFrom: '1.0.0',
    update: 'npm install @anthropic-ai/vertex-sdk@latest',
  },
  {
    id: 'npm:@anthropic-ai/foundry-sdk',
    name: 'the Foundry SDK',
    latest: { version: '1.1.1', seenOn: '2026-10-26' },
    newApiVersionFrom: '1.0.0',
    update: 'npm install @anthropic-ai/foundry-sdk@latest',
  },
  {
    id: 'npm:@anthropic-ai/aws-sdk',
    name: 'the Claude Platform on AWS SDK',
    latest: { version: '1.1.2', seenOn: '2026-10-26' },
    newApiVersionFrom: '1.0.0',
    update: 'npm install @anthropic-ai/aws-sdk@latest',
  },
  {
    id: 'npm:@anthropic-ai/claude-agent-sdk',
    name: 'the Claude Agent SDK',
    latest: { version: '0.3.330', seenOn: '2026-11-22' },
    update: 'npm install @anthropic-ai/claude-agent-sdk@latest',
  },
  {
    id: 'npm:@anthropic-ai/claude-code',
    name: 'Claude Code',
    latest: { version: '2.1.330', seenOn: '2026-11-22' },
    update: 'npm install -g @anthropic-ai/claude-code@latest',
  },
  {
    id: 'pypi:claude-agent-sdk',
    name: 'the Claude Agent SDK',
    latest: { version: '0.2.184', seenOn: '2026-11-22' },
    update: 'python -m pip install --upgrade claude-agent-sdk',
  },
];

/** Packages with a name like an official SDK's that come from others. */
export const communityPackages: Readonly<Partial<Record<PackageId, PackageId>>> = {
  'nuget:Anthropic.SDK': 'nuget:Anthropic',
  'nuget:tryAGI.Anthropic': 'nuget:Anthropic',
  'rubygems:ruby-anthropic': 'rubygems:anthropic',
};

/** Versions under the name of an official SDK that came from others, before the name was handed over. */
export const communityVersions: Readonly<Partial<Record<PackageId, { readonly below: string; readonly now: string }>>> =
  {
    'rubygems:anthropic': { below: '1.0.0', now: 'ruby-anthropic' },
  };

/** Frameworks and dependencies whose versions matter for calls to Claude. */
export const companionPackages: readonly PackageId[] = [
  'npm:ai',
  'npm:@ai-sdk/anthropic',
  'npm:@ai-sdk/amazon-bedrock',
  'npm:@ai-sdk/google-vertex',
  'npm:@ai-sdk/provider',
  'npm:@langchain/anthropic',
  'npm:@langchain/core',
  'npm:langchain',
  'npm:llamaindex',
  'npm:zod',
  'npm:node-fetch',
  'npm:undici',
  'npm:@aws-sdk/credential-providers',
  'npm:google-auth-library',
  'pypi:httpx',
  'pypi:httpx2',
  'pypi:pydantic',
  'pypi:typing-extensions',
  'pypi:langchain-anthropic',
  'pypi:langchain-core',
  'pypi:langchain',
  'pypi:litellm',
  'pypi:instructor',
  'pypi:pydantic-ai',
  'pypi:pydantic-ai-slim',
  'pypi:llama-index-llms-anthropic',
  'pypi:boto3',
  'pypi:truststore',
];
