import type { ClientPart, Platform } from '../../core/evidence.ts';
import { saysOne } from '../../core/says-one.ts';

/** A name, the pattern that a text must have for it, and words in small letters one of which such a text has. */
type Mark<Name = string> = readonly [name: Name, words: readonly string[], mark: RegExp];

const clients: readonly Mark[] = [
  [
    'claude-code',
    ['claude', 'src/entrypoints/', '⎿'],
    /claude-code|Claude Code|src\/entrypoints\/cli\.js|^[ \t]{0,40}⎿/m,
  ],
  ['litellm', ['litellm'], /\blitellm\b/i],
  ['vercel-ai-sdk', ['ai_', '@ai-sdk'], /\bAI_[A-Z]\w+Error\b|@ai-sdk\//],
  ['langchain', ['langchain'], /\blangchain/i],
  ['llamaindex', ['llama'], /\bllama_?-?index\b/i],
  ['pydantic-ai', ['pydantic_ai'], /\bpydantic_ai\b/],
  ['spring-ai', ['spring'], /\bspringframework\.ai\b|\bSpring AI\b/],
  ['n8n', ['n8n'], /\bn8n\b/],
  ['dify', ['dify'], /\bdify\b/i],
  [
    'anthropic-sdk-typescript',
    ['@anthropic-ai/sdk', 'anthropic-sdk-typescript', 'anthropic/js', 'anthropic.make'],
    /@anthropic-ai\/sdk|anthropic-sdk-typescript|Anthropic\/JS|\bAnthropic\.make(?:StatusError|Request)\b/,
  ],
  [
    'anthropic-sdk-python',
    ['anthropic.', 'site-packages/anthropic', 'anthropic-sdk-python', 'anthropic/python'],
    /\banthropic\.(?:\w+Error|_)|site-packages\/anthropic\/|anthropic-sdk-python|Anthropic\/Python/,
  ],
  ['anthropic-sdk-go', ['anthropic-sdk-go', 'anthropic/go'], /anthropic-sdk-go|Anthropic\/Go/],
  ['anthropic-sdk-java', ['com.anthropic', 'anthropic/java'], /\bcom\.anthropic\.|Anthropic\/Java/],
  ['anthropic-sdk-ruby', ['anthropic::', 'anthropic/ruby'], /\bAnthropic::(?:Errors|Error|Client)|Anthropic\/Ruby/],
  ['anthropic-sdk-php', ['anthropic\\'], /\bAnthropic\\(?:Errors|Core|Client)/],
  [
    'anthropic-sdk-csharp',
    ['anthropic.exceptions', 'anthropic.client', 'anthropic/csharp'],
    /\bAnthropic\.(?:Exceptions|Client)\b.*\.cs\b|Anthropic\/CSharp/,
  ],
  ['curl', ['curl'], /\bcurl: \(\d+\)|^[ \t]{0,40}\$?[ \t]{0,4}curl\s/m],
];
const versioned = ['@anthropic-ai/', 'anthropic/', 'anthropic==', 'x-stainless-package-version', 'litellm=='];
const clientVersion = (): RegExp =>
  /(?:@anthropic-ai\/(?:sdk|claude-code)[@/]v?|Anthropic\/\w+ |anthropic==|x-stainless-package-version["']?[:=]\s?["']?|\blitellm==)(\d+\.\d+\.\d+)/i;
const exceptional = ['Error', 'Exception', 'Fault', 'Timeout'];
/** Dotted names and one class; no part can be read in two ways, so the time grows with the length alone. */
const exception = (): RegExp =>
  /(?:^|[\s.:(<'"\\])((?:[a-z]{1,60}\.){0,12}[A-Z][A-Za-z0-9]{0,80}(?:Error|Exception|Fault|Timeout))\b/g;

/** The programs and exception classes that a text names. */
export function clientOf(flat: string): ClientPart | undefined {
  const small = flat.toLowerCase();
  const name = markedIn(flat, small, clients);
  const version = saysOne(small, versioned) ? clientVersion().exec(flat)?.[1] : undefined;
  const exceptions = saysOne(flat, exceptional) ? exceptionsIn(flat) : [];
  if (name === undefined && exceptions.length === 0) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(exceptions.length === 0 ? {} : { exceptions }),
  };
}

function exceptionsIn(flat: string): readonly string[] {
  const exceptions: string[] = [];
  for (const found of flat.slice(0, 20_000).matchAll(exception())) {
    if (found[1] && !exceptions.includes(found[1]) && exceptions.length < 8) exceptions.push(found[1]);
  }
  return exceptions;
}

/** The name of the first mark that a text has. */
function markedIn<Name>(flat: string, small: string, marks: readonly Mark<Name>[]): Name | undefined {
  return marks.find(([, words, mark]) => saysOne(small, words) && mark.test(flat))?.[0];
}

const platforms: readonly Mark<Platform>[] = [
  ['aws', ['anthropic'], /aws-external-anthropic|ANTHROPIC_AWS_/],
  [
    'bedrock',
    ['bedrock', 'bdrk', 'anthropic.claude', 'invokemodel'],
    /\bbedrock|toolu_bdrk_|msg_bdrk_|arn:aws[\w-]*:bedrock|\banthropic\.claude-|InvokeModel|\bBedrock\b/i,
  ],
  [
    'vertex',
    ['aiplatform', 'vertex', 'vrtx', 'publishers/', '@20'],
    /aiplatform|\bvertex(?![\w-]|\s?(?:shader|buffer|array|count|index|colou?r|normal|position|cover|group))|vertex[-_ ]?ai|(?:anthropic|use|claude)[-_]?vertex|vertex[-_]?(?:anthropic|claude)|req_vrtx_|toolu_vrtx_|publishers\/(?:anthropic|google)\/models|claude-[\w.-]{1,80}@\d{8}/i,
  ],
  [
    'foundry',
    ['azure', 'foundry', 'cognitiveservices', 'apim-', 'deploymentnotfound'],
    /services\.ai\.azure\.com|AI Foundry|anthropic-foundry|cognitiveservices|apim-request-id|DeploymentNotFound/i,
  ],
];

/** The platform that a text names; the direct API only where its host is named. */
export function platformOf(flat: string): Platform | undefined {
  const cloud = markedIn(flat, flat.toLowerCase(), platforms);
  return cloud ?? (flat.includes('api.anthropic.com') && /\bapi\.anthropic\.com\b/.test(flat) ? 'direct' : undefined);
}

const gateways: readonly Mark[] = [
  ['LiteLLM', ['litellm'], /\blitellm\b/i],
  ['OpenRouter', ['openrouter'], /openrouter/i],
  ['Portkey', ['portkey'], /\bportkey/i],
  ['Helicone', ['helicone'], /\bhelicone/i],
  ['Cloudflare AI Gateway', ['cloudflare'], /gateway\.ai\.cloudflare\.com/i],
  ['claude-code-router', ['claude-code-router', '@musistudio'], /claude-code-router|@musistudio/i],
  ['CLIProxyAPI', ['cliproxy'], /CLIProxy/i],
  ['GitHub Copilot', ['copilot'], /copilot/i],
  ['new-api', ['(request id: '], /\(request id: \d{20,}[A-Za-z0-9]*\)/],
  ['Cloud Code Assist', ['cloud code assist'], /Cloud Code Assist/],
];

/** The gateway between the program and the API, where the text names one. */
export function gatewayOf(flat: string): string | undefined {
  return markedIn(flat, flat.toLowerCase(), gateways);
}

const model = (): RegExp =>
  /(?:\b(?:global|us|eu|jp|apac|au|us-gov)\.)?(?:\banthropic[./])?\bclaude-(?:[a-z]+-|\d)[a-z0-9.@:-]*[a-z0-9]|\bclaude-(?:instant|v2)[\w.:-]*/i;
const notModel = (text: string): boolean =>
  /^claude-(?:code|agent|sdk|relay|trace|proxy|cli|router|desktop|vscode|custom|plugin|bridge|api|mem|(?:worker|bot|service|server|app|job|pod|queue|backend|frontend|web|test|runner|chat|client|gateway)(?![a-z]))/i.test(
    text,
  );

/** The first model id that a text names. */
export function modelOf(flat: string): string | undefined {
  if (!flat.toLowerCase().includes('claude-')) return undefined;
  for (let at = 0; at < flat.length;) {
    const found = model().exec(flat.slice(at, at + 50_000));
    if (!found) return undefined;
    if (!notModel(found[0])) return found[0];
    at += found.index + found[0].length;
  }
  return undefined;
}

const timestamp = (): RegExp =>
  /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?|\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/;

/** The first moment that a text states, as it writes it. */
export function timestampOf(flat: string): string | undefined {
  return flat.includes(':') && saysOne(flat, ['20', '19']) ? timestamp().exec(flat)?.[0] : undefined;
}
