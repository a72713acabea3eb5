import type { ToldRequest } from '../core/reduction.ts';
import { shellWord } from './incident-exports.ts';

/** What the scripts say at their top. */
export interface ScriptHead {
  /** One line: which failure the request shows. */
  readonly shows: string;
  /** Where it is sent unless ANTHROPIC_BASE_URL says otherwise. */
  readonly baseUrl: string;
  /** The name of the script's file, without its ending. */
  readonly name?: string;
}

const usualVersion = '2023-06-01';

/** The body as a file. */
export function bodyFile({ body, text }: ToldRequest): string {
  return body === undefined ? (text ?? '') : `${JSON.stringify(body, undefined, 2)}\n`;
}

/** The headers of a call but for the credential; the version is always sent. */
function headersOf({ headers }: ToldRequest): readonly (readonly [string, string])[] {
  const { 'anthropic-version': version = usualVersion, 'content-type': type = 'application/json', ...rest } = headers;
  return [['anthropic-version', version], ['content-type', type], ...Object.entries(rest)];
}

/** The request as a curl command; the key comes from the environment. */
export function curlScript(request: ToldRequest, { shows, baseUrl }: ScriptHead): string {
  const body = request.body === undefined ? (request.text ?? '') : JSON.stringify(request.body);
  const parts = [
    `curl --include "\${ANTHROPIC_BASE_URL:-${baseUrl}}"${shellWord(request.endpoint)}`,
    '--header "x-api-key: $ANTHROPIC_API_KEY"',
    ...headersOf(request).map(([name, value]) => `--header ${shellWord(`${name}: ${value}`)}`),
    `--data-raw ${quotedWord(body)}`,
  ];
  return `#!/bin/sh\n# ${shows}\n${parts.join(' \\\n  ')}\n`;
}

/** One word for a POSIX shell that holds anything, the empty text too; a leading @ would name a file. */
function quotedWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The request as a TypeScript program that needs no package. */
export function typescriptScript(request: ToldRequest, { shows, baseUrl, name = 'reduced' }: ScriptHead): string {
  return `// ${shows}
// Run it: node ${name}.ts (Node 22.18 or later), with the key in ANTHROPIC_API_KEY.
const body = ${bodyLiteral(request)};

const response = await fetch(\`\${process.env.ANTHROPIC_BASE_URL ?? ${JSON.stringify(baseUrl)}}${request.endpoint}\`, {
  method: "POST",
  headers: {
    "x-api-key": process.env.ANTHROPIC_API_KEY ?? "",
${headersOf(request)
  .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
  .join('')}  },
  body${request.body === undefined ? '' : ': JSON.stringify(body)'},
});
console.log(response.status, await response.text());

export {};
`;
}

function bodyLiteral({ body, text }: ToldRequest): string {
  return body === undefined ? JSON.stringify(text ?? '') : JSON.stringify(body, undefined, 2);
}

/** The request as a Python program that needs no package. */
export function pythonScript(request: ToldRequest, { shows, baseUrl, name = 'reduced' }: ScriptHead): string {
  const body = request.body === undefined ? (request.text ?? '') : JSON.stringify(request.body, undefined, 2);
  return `# ${shows}
# Run it: python3 ${name}.py, with the key in ANTHROPIC_API_KEY.
import os
import urllib.error
import urllib.request

body = ${pythonText(body)}

request = urllib.request.Request(
    os.environ.get("ANTHROPIC_BASE_URL", ${pythonText(baseUrl)}) + ${pythonText(request.endpoint)},
    data=body.encode("utf-8", "surrogatepass"),
    headers={
        "x-api-key": os.environ.get("ANTHROPIC_API_KEY", ""),
${headersOf(request)
  .map(([name, value]) => `        ${pythonText(name)}: ${pythonText(value)},\n`)
  .join('')}    },
)
try:
    with urllib.request.urlopen(request) as response:
        print(response.status, response.read().decode())
except urllib.error.HTTPError as error:
    print(error.code, error.read().decode())
`;
}

/** A text as Python writes it: raw where it has lines, else as JSON does, whose escapes are Python's. */
function pythonText(text: string): string {
  const isRaw = text.includes('\n') && !text.includes('"""') && !/[\\"\r]$/.test(text);
  return isRaw ? `r"""${text}"""` : JSON.stringify(text);
}
