import type { ClientPart, Platform } from '../../core/evidence.ts';

type Mark = readonly [name: string, mark: RegExp];

const clients: readonly Mark[] = [
  ['claude-code', /claude-code|Claude Code|src\/entrypoints\/cli\.js|^[ \t]{0,40}⎿/m],
  ['litellm', /\blitellm\b/i],
  ['vercel-ai-sdk', /\bAI_[A-Z]\w+Error\b|@ai-sdk\//],
  ['langchain', /\blangchain/i],
  ['llamaindex', /\bllama_?-?index\b/i],
  ['pydantic-ai', /\bpydantic_ai\b/],
  ['spring-ai', /\bspringframework\.ai\b|\bSpring AI\b/],
  ['n8n', /\bn8n\b/],
  ['dify', /\bdify\b/i],
  [
    'anthropic-sdk-typescript',
    /@anthropic-ai\/sdk|anthropic-sdk-typescript|Anthropic\/JS|\bAnthropic\.make(?:StatusError|Request)\b/,
  ],
  [
    'anthropic-sdk-python',
    /\banthropic\.(?:\w+Error|_)|site-packages\/anthropic\/|anthropic-sdk-python|Anthropic\/Python/,
  ],
  ['anthropic-sdk-go', /anthropic-sdk-go|Anthropic\/Go/],
  ['anthropic-sdk-java', /\bcom\.anthropic\.|Anthropic\/Java/],
  ['anthropic-sdk-ruby', /\bAnthropic::(?:Errors|Error|Client)|Anthropic\/Ruby/],
  ['anthropic-sdk-php', /\bAnthropic\\(?:Errors|Core|Client)/],
  ['anthropic-sdk-csharp', /\bAnthropic\.(?:Exceptions|Client)\b.*\.cs\b|Anthropic\/CSharp/],
  ['curl', /\bcurl: \(\d+\)|^[ \t]{0,40}\$?[ \t]{0,4}curl\s/m],
];
const clientVersion =
  /(?:@anthropic-ai\/(?:sdk|claude-code)[@/]v?|Anthropic\/\w+ |anthropic==|x-stainless-package-version["']?[:=]\s?["']?|\blitellm==)(\d+\.\d+\.\d+)/i;
/** Dotted names and one class; no part can be read in two ways, so the time grows with the length alone. */
const exception =
  /(?:^|[\s.:(<'"\\])((?:[a-z]{1,60}\.){0,12}[A-Z][A-Za-z0-9]{0,80}(?:Error|Exception|Fault|Timeout))\b/g;

/** The programs and exception classes that a text names. */
export function clientOf(flat: string): ClientPart | undefined {
  const name = clients.find(([, mark]) => mark.test(flat))?.[0];
  const version = clientVersion.exec(flat)?.[1];
  const exceptions: string[] = [];
  for (const found of flat.slice(0, 20_000).matchAll(exception)) {
    if (found[1] && !exceptions.includes(found[1]) && exceptions.length < 8) exceptions.push(found[1]);
  }
  if (name === undefined && exceptions.length === 0) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(exceptions.length === 0 ? {} : { exceptions }),
  };
}

const platforms: readonly (readonly [Platform, RegExp])[] = [
  ['aws', /aws-external-anthropic|ANTHROPIC_AWS_/],
  ['bedrock', /\bbedrock|toolu_bdrk_|msg_bdrk_|arn:aws[\w-]*:bedrock|\banthropic\.claude-|InvokeModel|\bBedrock\b/i],
  [
    'vertex',
    /aiplatform|\bvertex(?![\w-]|\s?(?:shader|buffer|array|count|index|colou?r|normal|position|cover|group))|vertex[-_ ]?ai|(?:anthropic|use|claude)[-_]?vertex|vertex[-_]?(?:anthropic|claude)|req_vrtx_|toolu_vrtx_|publishers\/(?:anthropic|google)\/models|claude-[\w.-]{1,80}@\d{8}/i,
  ],
  [
    'foundry',
    /services\.ai\.azure\.com|AI Foundry|anthropic-foundry|cognitiveservices|apim-request-id|DeploymentNotFound/i,
  ],
];

/** The platform that a text names; the direct API only where its host is named. */
export function platformOf(flat: string): Platform | undefined {
  const cloud = platforms.find(([, mark]) => mark.test(flat))?.[0];
  return cloud ?? (/\bapi\.anthropic\.com\b/.test(flat) ? 'direct' : undefined);
}

const gateways: readonly Mark[] = [
  ['LiteLLM', /\blitellm\b/i],
  ['OpenRouter', /openrouter/i],
  ['Portkey', /\bportkey/i],
  ['Helicone', /\bhelicone/i],
  ['Cloudflare AI Gateway', /gateway\.ai\.cloudflare\.com/i],
  ['claude-code-router', /claude-code-router|@musistudio/i],
  ['CLIProxyAPI', /CLIProxy/i],
  ['GitHub Copilot', /copilot/i],
  ['new-api', /\(request id: \d{20,}[A-Za-z0-9]*\)/],
  ['Cloud Code Assist', /Cloud Code Assist/],
];

/** The gateway between the program and the API, where the text names one. */
export function gatewayOf(flat: string): string | undefined {
  return gateways.find(([, mark]) => mark.test(flat))?.[0];
}

const model =
  /(?:\b(?:global|us|eu|jp|apac|au|us-gov)\.)?(?:\banthropic[./])?\bclaude-(?:[a-z]+-|\d)[a-z0-9.@:-]*[a-z0-9]|\bclaude-(?:instant|v2)[\w.:-]*/i;
const notModel =
  /^claude-(?:code|agent|sdk|relay|trace|proxy|cli|router|desktop|vscode|custom|plugin|bridge|api|mem|(?:worker|bot|service|server|app|job|pod|queue|backend|frontend|web|test|runner|chat|client|gateway)(?![a-z]))/i;

/** The first model id that a text names. */
export function modelOf(flat: string): string | undefined {
  if (!/claude-/i.test(flat)) return undefined;
  for (let at = 0; at < flat.length;) {
    const found = model.exec(flat.slice(at, at + 50_000));
    if (!found) return undefined;
    if (!notModel.test(found[0])) return found[0];
    at += found.index + found[0].length;
  }
  return undefined;
}

const timestamp =
  /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?|\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/;

/** The first moment that a text states, as it writes it. */
export function timestampOf(flat: string): string | undefined {
  return timestamp.exec(flat)?.[0];
}
