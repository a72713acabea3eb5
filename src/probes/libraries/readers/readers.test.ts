import { describe, expect, test } from 'vitest';
import { readers } from './index.ts';
import { sitePackages } from './python.ts';

/** What a file says, as `id version-or-range how`. */
function read(name: string, text: string): readonly string[] {
  const reader = readers.find((one) => one.reads(name));
  return (reader?.read(text) ?? []).map(({ id, version, range, how }) => `${id} ${version ?? range ?? '-'} ${how}`);
}

const cases: readonly (readonly [file: string, text: string, expected: readonly string[]])[] = [
  [
    'package.json',
    JSON.stringify({
      dependencies: { '@anthropic-ai/sdk': '^1.2.0', claude: 'npm:@anthropic-ai/sdk@0.70.0', ai: '5.0.1' },
      devDependencies: { zod: 'latest' },
    }),
    [
      'npm:@anthropic-ai/sdk ^1.2.0 declared',
      'npm:@anthropic-ai/sdk 0.70.0 declared',
      'npm:ai 5.0.1 declared',
      'npm:zod latest declared',
    ],
  ],
  [
    'package-lock.json',
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { name: 'app', version: '1.0.0' },
        'node_modules/@anthropic-ai/sdk': { version: '1.2.0' },
        'node_modules/a/node_modules/@anthropic-ai/sdk': { version: '0.70.0' },
        'node_modules/alias': { name: 'zod', version: '4.0.0' },
      },
    }),
    ['npm:@anthropic-ai/sdk 1.2.0 locked', 'npm:@anthropic-ai/sdk 0.70.0 locked', 'npm:zod 4.0.0 locked'],
  ],
  [
    'npm-shrinkwrap.json',
    JSON.stringify({
      lockfileVersion: 1,
      dependencies: {
        '@anthropic-ai/sdk': { version: '0.20.0', dependencies: { 'node-fetch': { version: '2.7.0' } } },
      },
    }),
    ['npm:@anthropic-ai/sdk 0.20.0 locked', 'npm:node-fetch 2.7.0 locked'],
  ],
  [
    'pnpm-lock.yaml',
    `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      '@anthropic-ai/sdk':
        specifier: ^1.0.0
        version: 1.2.0(zod@4.0.0)

packages:

  '@anthropic-ai/sdk@1.2.0':
    resolution: {integrity: sha512-x}
  /@anthropic-ai/sdk@0.20.0(zod@3.25.0):
    dev: false
  /@anthropic-ai/bedrock-sdk/0.9.0:
  /ai/4.0.0_zod@3.25.0:

  zod@4.0.0:
    resolution: {integrity: sha512-y}

snapshots:

  '@anthropic-ai/sdk@1.2.0(zod@4.0.0)':
    dependencies:
`,
    [
      'npm:@anthropic-ai/sdk 1.2.0 locked',
      'npm:@anthropic-ai/sdk 0.20.0 locked',
      'npm:@anthropic-ai/bedrock-sdk 0.9.0 locked',
      'npm:ai 4.0.0 locked',
      'npm:zod 4.0.0 locked',
    ],
  ],
  [
    'yarn.lock',
    `# yarn lockfile v1


"@anthropic-ai/sdk@^0.20.0", "@anthropic-ai/sdk@^0.21.0":
  version "0.21.1"
  resolved "https://registry.yarnpkg.com/x"
  dependencies:
    node-fetch "^2.6.7"

node-fetch@^2.6.7:
  version "2.7.0"
`,
    ['npm:@anthropic-ai/sdk 0.21.1 locked', 'npm:node-fetch 2.7.0 locked'],
  ],
  [
    'yarn.lock',
    `__metadata:
  version: 8

"@anthropic-ai/sdk@npm:^1.0.0":
  version: 1.2.0
  resolution: "@anthropic-ai/sdk@npm:1.2.0"
  dependencies:
    json-schema-to-ts: "npm:^3.1.1"
  languageName: node

"claude@npm:@anthropic-ai/sdk@^0.70.0":
  version: 0.70.1

"zod@npm:^3.25.0 || ^4.0.0, zod@npm:^4.0.0":
  version: 4.0.0
`,
    ['npm:@anthropic-ai/sdk 1.2.0 locked', 'npm:@anthropic-ai/sdk 0.70.1 locked', 'npm:zod 4.0.0 locked'],
  ],
  [
    'bun.lock',
    `{
  "lockfileVersion": 1,
  "packages": {
    "@anthropic-ai/sdk": ["@anthropic-ai/sdk@1.2.0", "", { "peerDependencies": { "zod": "^4.0.0" } }, "sha512-x"],
    "langchain/zod": ["zod@3.25.0", "", {}, "sha512-y"],
  }
}`,
    ['npm:@anthropic-ai/sdk 1.2.0 locked', 'npm:zod 3.25.0 locked'],
  ],
  [
    'requirements-dev.txt',
    `# comment
-r base.txt
anthropic[bedrock]==0.40.0 ; python_version >= "3.9"
Langchain_Anthropic>=0.2,<1  # why
httpx
pydantic==2.* 
typing-extensions==4.12.0 \\
    --hash=sha256:abc
`,
    [
      'pypi:anthropic 0.40.0 declared',
      'pypi:langchain-anthropic >=0.2,<1 declared',
      'pypi:httpx - declared',
      'pypi:pydantic ==2.* declared',
      'pypi:typing-extensions 4.12.0 declared',
    ],
  ],
  [
    'pyproject.toml',
    `[project]
dependencies = [
  "anthropic>=1.0",
  'httpx == 0.28.1',
]
[project.optional-dependencies]
llm = ["litellm (>=1.50)"]
[dependency-groups]
dev = ["instructor", { include-group = "x" }]
[tool.poetry.dependencies]
python = "^3.11"
langchain-anthropic = "^0.3"
[tool.poetry.group.dev.dependencies]
boto3 = { version = "1.35.0", optional = true }
`,
    [
      'pypi:anthropic >=1.0 declared',
      'pypi:httpx 0.28.1 declared',
      'pypi:litellm >=1.50 declared',
      'pypi:instructor - declared',
      'pypi:langchain-anthropic ^0.3 declared',
      'pypi:boto3 1.35.0 declared',
    ],
  ],
  [
    'poetry.lock',
    `[[package]]
name = "anthropic"
version = "0.40.0"
description = "x"

[package.dependencies]
httpx = ">=0.23.0,<1"

[[package]]
name = "httpx"
version = "0.28.1"

[metadata]
lock-version = "2.0"
`,
    ['pypi:anthropic 0.40.0 locked', 'pypi:httpx 0.28.1 locked'],
  ],
  [
    'uv.lock',
    `version = 1
[[package]]
name = "anthropic"
version = "1.2.0"
source = { registry = "https://pypi.org/simple" }
`,
    ['pypi:anthropic 1.2.0 locked'],
  ],
  [
    'Pipfile',
    '[packages]\nanthropic = "*"\nhttpx = "==0.27.0"\n',
    ['pypi:anthropic * declared', 'pypi:httpx 0.27.0 declared'],
  ],
  [
    'Pipfile.lock',
    JSON.stringify({ default: { anthropic: { version: '==0.40.0' } }, develop: { boto3: {} } }),
    ['pypi:anthropic 0.40.0 locked', 'pypi:boto3 - locked'],
  ],
  [
    'go.mod',
    `module example.com/app

go 1.24

require github.com/anthropics/anthropic-sdk-go v1.59.0

require (
	github.com/anthropics/anthropic-sdk-go/v2 v2.1.0
	golang.org/x/net v0.30.0 // indirect
)
`,
    [
      'go:github.com/anthropics/anthropic-sdk-go 1.59.0 locked',
      'go:github.com/anthropics/anthropic-sdk-go 2.1.0 locked',
      'go:golang.org/x/net 0.30.0 locked',
    ],
  ],
  [
    'Gemfile.lock',
    `GEM
  remote: https://rubygems.org/
  specs:
    anthropic (1.50.0)
      connection_pool
    connection_pool (2.4.1)

DEPENDENCIES
  anthropic (~> 1.0)
`,
    ['rubygems:anthropic 1.50.0 locked', 'rubygems:connection_pool 2.4.1 locked'],
  ],
  [
    'Gemfile',
    `source "https://rubygems.org"\ngem "anthropic", "~> 1.0"\n# gem "x"\ngem 'rails'\n`,
    ['rubygems:anthropic ~> 1.0 declared', 'rubygems:rails - declared'],
  ],
  [
    'pom.xml',
    `<project>
  <properties><anthropic.version>2.40.0</anthropic.version></properties>
  <dependencies>
    <!-- <dependency><groupId>a</groupId><artifactId>b</artifactId></dependency> -->
    <dependency>
      <groupId>com.anthropic</groupId>
      <artifactId>anthropic-java-bedrock</artifactId>
      <version>\${anthropic.version}</version>
    </dependency>
    <dependency><groupId>org.x</groupId><artifactId>y</artifactId></dependency>
  </dependencies>
</project>`,
    ['maven:com.anthropic:anthropic-java 2.40.0 declared', 'maven:org.x:y - declared'],
  ],
  [
    'build.gradle.kts',
    `val anthropicVersion = "2.29.0"
dependencies {
    // implementation("a.b:c:1")
    implementation("com.anthropic:anthropic-java:$anthropicVersion")
    implementation("org.x:y:1.0@jar")
}`,
    ['maven:com.anthropic:anthropic-java 2.29.0 declared', 'maven:org.x:y 1.0 declared'],
  ],
  [
    'build.gradle',
    `implementation group: 'com.anthropic', name: 'anthropic-java', version: '2.29.0'`,
    ['maven:com.anthropic:anthropic-java 2.29.0 declared'],
  ],
  [
    'gradle.lockfile',
    '# generated\ncom.anthropic:anthropic-java-core:2.29.0=compileClasspath,runtimeClasspath\nempty=\n',
    ['maven:com.anthropic:anthropic-java 2.29.0 locked'],
  ],
  [
    'libs.versions.toml',
    `[versions]
anthropic = "2.10.0"
[libraries]
anthropic = { module = "com.anthropic:anthropic-java", version.ref = "anthropic" }
other = { group = "org.x", name = "y", version = "1.0" }
short = "org.x:z:3.0"
`,
    ['maven:com.anthropic:anthropic-java 2.10.0 declared', 'maven:org.x:y 1.0 declared', 'maven:org.x:z 3.0 declared'],
  ],
  [
    'composer.json',
    JSON.stringify({ require: { php: '>=8.1', 'anthropic-ai/sdk': '^0.20' } }),
    ['packagist:php >=8.1 declared', 'packagist:anthropic-ai/sdk ^0.20 declared'],
  ],
  [
    'composer.lock',
    JSON.stringify({ packages: [{ name: 'anthropic-ai/sdk', version: 'v0.17.0' }], 'packages-dev': [] }),
    ['packagist:anthropic-ai/sdk 0.17.0 locked'],
  ],
  [
    'App.csproj',
    `<Project><ItemGroup>
  <PackageReference Include="anthropic" Version="12.1.0" />
  <PackageReference Include="Anthropic.SDK"><Version>4.0.0</Version></PackageReference>
  <!-- <PackageReference Include="X" Version="1" /> -->
</ItemGroup></Project>`,
    ['nuget:Anthropic 12.1.0 declared', 'nuget:Anthropic.SDK 4.0.0 declared'],
  ],
  [
    'Directory.Packages.props',
    '<Project><ItemGroup><PackageVersion Include="Anthropic" Version="12.1.0" /></ItemGroup></Project>',
    ['nuget:Anthropic 12.1.0 declared'],
  ],
  [
    'packages.lock.json',
    JSON.stringify({ version: 1, dependencies: { 'net8.0': { Anthropic: { type: 'Direct', resolved: '12.1.0' } } } }),
    ['nuget:Anthropic 12.1.0 locked'],
  ],
];

describe('files that name packages', () => {
  test.each(cases)('%s is read', (name, text, expected) => {
    expect(read(name, text)).toEqual(expected);
    expect(read(name, text.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  test.each(cases)('%s does no harm when it is cut off or not what it seems', (name, text) => {
    for (let end = 0; end < text.length; end += 7) expect(() => read(name, text.slice(0, end))).not.toThrow();
    for (const other of ['', '\u0000', '[]', 'null', '{"dependencies":[1],"packages":{"node_modules/":null}}'])
      expect(() => read(name, other)).not.toThrow();
  });

  test('a large lock file is read in linear time', () => {
    const entry = '[[package]]\nname = "p"\nversion = "1.0"\n\n[package.dependencies]\nx = "*"\n\n';
    const start = performance.now();
    expect(read('poetry.lock', entry.repeat(20_000))).toHaveLength(20_000);
    expect(read('pnpm-lock.yaml', `  ${'x'.repeat(200_000)}\n`.repeat(5))).toEqual([]);
    expect(read('yarn.lock', `${'"a@'.repeat(50_000)}\n`)).toEqual([]);
    expect(read('go.mod', '\n'.repeat(200_000))).toEqual([]);
    expect(read('build.gradle', `"${'a.'.repeat(100_000)}`)).toEqual([]);
    expect(read('pom.xml', '<dependency>'.repeat(20_000))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('site-packages is read by the names of its folders', () => {
    const names = ['anthropic-1.2.0.dist-info', 'anthropic', 'typing_extensions-4.12.0.dist-info', '__pycache__'];
    expect(sitePackages(names).map(({ id, version }) => `${id} ${version}`)).toEqual([
      'pypi:anthropic 1.2.0',
      'pypi:typing-extensions 4.12.0',
    ]);
  });
});
