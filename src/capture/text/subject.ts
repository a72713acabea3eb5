import type { NetworkPart, Platform } from '../../core/evidence.ts';
import { saysOne } from '../../core/says-one.ts';
import { apiHost } from '../../causes/connection.ts';
import { apiErrorTypes } from '../../facts/error-types.ts';
import { isForeign, namesForeignPort } from './network.ts';
import { withoutSettings } from './samples.ts';

/** The error envelope of the API, as JSON and as Python and JavaScript print it. */
const envelope = /["']?\btype["']?\s*:\s*["']error["']\s*,\s*["']?error["']?\s*:\s*\{/;
/** Ids as the API gives them, and those that only it gives. They are looked for before what takes longer to compile. */
const apiId = /\breq_(?:vrtx_)?01|\btoolu_/;
const claudesId = /\breq_(?:vrtx_)?011|\btoolu_/;

/** Names and paths that only Claude, its API and its programs write. */
const claude = (): RegExp => /\buser:(?:inference|profile|sessions)\b|\/v1\/messages\b|⎿\s*API Error/i;
const claudeWords = ['user:', '/v1/messages', '⎿'];
/** Types of so common a name that services write them which do not imitate the API. */
const othersTypes: ReadonlySet<string> = new Set([
  'invalid_request_error',
  'api_error',
  'request_too_large',
  'timeout_error',
  'conflict_error',
]);
/** Paths and error types of the API; services that imitate it write them too. */
const claudeTypes = new RegExp(
  String.raw`\b(?:messages\.\d{1,5}\.content|tools\.\d{1,5}\.custom|system\.\d{1,5}\.(?:text|cache_control))\b|\b(?:${apiErrorTypes.filter((type) => !othersTypes.has(type)).join('|')})\b`,
);
/** Other model services, by host, library, model or their own wording. */
const otherModels = (): RegExp =>
  /api\.openai\.com|platform\.openai\.com|\bopenai\.\w+Error|\bOpenAIException|\bOpenAI API\b|\bAzure OpenAI|\bgpt-[345]|\bgemini\b|generativelanguage\.googleapis|google\.(?:genai|generativeai)|api\.(?:mistral|cohere|groq|deepseek|together|perplexity|x|z|moonshot|minimaxi?|siliconflow|cerebras|sambanova|deepinfra|novita)\.(?:ai|com|xyz|cn|chat|net)|console\.x\.ai|bigmodel\.cn|volces\.com|\b(?:mistral(?:ai)?|groq|cohere|deepseek|qwen|dashscope|moonshot|kimi|zhipu|minimax(?:-?m\d[\d.]*)?|nemotron|replicate|fireworks|ollama|vllm|llama\.?cpp|lm ?studio)\b|\b(?:glm|grok|llama)-\d|huggingface|\bhf_hub|\bbase model: (?!anthropic|claude)\w|\baiplatform\.googleapis\.com\/(?!(?:global_)?online_prediction)[a-z]+_|\bamazon\.(?:titan|nova)-|\bmeta\.llama|\b(?:amazon |aws )?(?:nova|titan)[ -](?:pro|lite|micro|premier|express|text|embed)|\bstability\.|\bcommand-r\b|\bjamba\b|\bai21\.|The model is overloaded\. Please try again later|insufficient_quota|context_length_exceeded|unsupported_parameter|invalid_function_parameters|invalid_api_key|Incorrect API key provided|Use 'max_completion_tokens'|An assistant message with 'tool_calls' must be followed/i;
const modelWords =
  'openai|gpt-|gemini|generativelanguage|google.genai|google.generativeai|api.|x.ai|bigmodel|volces|mistral|groq|cohere|deepseek|qwen|dashscope|moonshot|kimi|zhipu|minimax|nemotron|replicate|fireworks|ollama|vllm|llama|lm studio|lmstudio|glm-|grok-|huggingface|hf_hub|base model: |aiplatform.|amazon.|nova|titan|stability.|command-r|jamba|ai21.|the model is overloaded|insufficient_quota|context_length_exceeded|unsupported_parameter|invalid_function_parameters|invalid_api_key|incorrect api key|max_completion_tokens|tool_calls'.split(
    '|',
  );
/** Databases, queues, package managers, version control, web services: what else a developer's day is full of. */
const otherServices = (): RegExp =>
  /\bpostgres|psycopg|sqlalchemy|HikariPool|java\.sql\.|\bSQL\w{0,40}Exception|mysql|mariadb|mongo|\bredis\b|\bkafka\b|rabbitmq|elasticsearch|\bsqlite3?\.|smtp\.|smtplib|\bssh:|\bnpm (?:ERR!|error)|\byarn error|\bpnpm (?:add|dlx|install|i|publish|update)\b|registry\.npmjs|pypi\.org|\bpip\b|\bgit (?:push|pull|clone|fetch)\b|\bfatal: unable to access|api\.github\.com|github\.com\/[\w.-]+\/[\w.-]+\.git|gitlab\.com|\bdocker: Error|docker\.io|\bkubectl\b|\bterraform\b|while (?:connecting to|reading (?:response header )?from) upstream|\bkubelet\b|\b(?:Readiness|Liveness|Startup) probe failed|stripe|twilio|pinecone|\bqdrant\b|\bweaviate\b|\bsupabase\b|\bfirebase\b|elevenlabs|\bdiscord\.|telegram\.|hooks\.slack|\bS3\b|\bs3:\w|Cloud Storage|calling the (?!InvokeModel|Converse|CountTokens|ListFoundationModels|GetFoundationModel|\w*InferenceProfile)\w+ operation/i;

const serviceWords =
  'postgres|psycopg|sql|hikaripool|maria|mongo|redis|kafka|rabbitmq|elasticsearch|smtp|ssh|npm|yarn|pypi|pip|git|fatal: |docker|kubectl|terraform|while connecting|while reading|kubelet|probe failed|stripe|twilio|pinecone|qdrant|weaviate|supabase|firebase|elevenlabs|discord.|telegram.|slack|s3|cloud storage|calling the '.split(
    '|',
  );
/** Operations and members that only calls of a model have. */
const modelCall = (text: string): boolean =>
  /\b(?:Converse|InvokeModel)|toolConfig|inferenceConfig|\bmessages\.\d|\bmodel (?:returned|id\b|identifier|access)|inference profile|foundation.model|\btokens\b|use case details/i.test(
    text,
  );

/** A package manager that fails to install, whatever the package is called. */
const installer = (text: string): boolean =>
  /^\W{0,8}(?:npm (?:ERR!|error) (?:code|404 Not Found - GET)|ERR_PNPM_(?!RECURSIVE_)|yarn error|ERROR: Could not find a version|ERROR: No matching distribution|Failed to fetch version from )/m.test(
    text,
  );

const installWords = ['npm ', 'ERR_PNPM', 'yarn error', 'ERROR: ', 'Failed to fetch'];
/** Exceptions of other libraries; where no error of the API stands beside them, they are what failed. */
const otherLibrary = (text: string): boolean =>
  /\b(?:pymongo|psycopg2?|redis|sqlalchemy|asyncpg|MySQLdb|elasticsearch|kafka|pika|smtplib|telegram|discord|stripe|twilio)\.(?:\w{1,40}\.){0,3}\w{0,40}(?:Error|Timeout|Exception|Forbidden|NotFound|Unauthorized|TimedOut|BadRequest)\b/.test(
    text,
  );
const libraryWords =
  'pymongo. psycopg redis. sqlalchemy. asyncpg. MySQLdb. elasticsearch. kafka. pika. smtplib. telegram. discord. stripe. twilio.'.split(
    ' ',
  );
/** Error bodies that only another model service writes, whatever the text around them names. */
const othersBody = (text: string): boolean =>
  /insufficient_quota|\binvalid_api_key\b|Incorrect API key provided|Resource not accessible by integration|["']code["']: ?["']invalid_value["']|platform\.openai\.com|GoogleGenerativeAI Error|generativelanguage\.googleapis\.com|Error from provider\((?:gemini|deepseek|openai|qwen|groq|ollama|dashscope|kimi|moonshot|zhipu|glm)\w{0,20},(?![^)\n]{0,60}claude)|Error from provider \((?:DeepSeek|OpenAI|Google|Gemini|Qwen|Alibaba|Moonshot|Kimi|Zhipu|Z\.?ai|xAI|MiniMax|Mistral)\)|(?:Groq|Mistral|Cohere|Deepseek|XAI|Together|TogetherAI|Fireworks|FireworksAI|Gemini|Ollama|Huggingface|Perplexity|Deepinfra|Nvidia_nim|Dashscope|Cerebras|Sambanova|Hosted_vllm|Moonshot|Zai)Exception - |"provider_name"\s*:\s*"(?!Anthropic|Claude|Google|Amazon|AWS|Azure|Bedrock|Vertex)[A-Z]|ai\.google\.dev\/gemini-api|\breasoning_content\W{1,4}in the thinking mode|OpenAIException - You exceeded|\b(?:voyageai|groq|mistralai|cohere)\.(?:\w{1,40}\.)?\w{0,40}Error\b|localhost:11434\/api\/|[Dd]eep[Ss]eek[\s\S]{0,1500}Failed to deserialize the JSON body into|Invalid JSON payload received\. Unknown name|\bfunction_declarations\b|GenerateContentRequest/.test(
    text,
  );
const bodyWords =
  'insufficient_quota|invalid_api_key|Incorrect API key|by integration|invalid_value|platform.openai.com|GoogleGenerativeAI|generativelanguage|Error from provider|Exception - |provider_name|ai.google.dev|reasoning_content|voyageai|groq|mistralai|cohere|localhost:11434|Failed to deserialize|Unknown name|function_declarations|GenerateContentRequest'.split(
    '|',
  );
/** What else shows that the error is Claude's all the same. */
const claudesBody = (): RegExp =>
  /Anthropic(?:Exception|Error)|\banthropic\.\w{1,40}Error|BedrockException|VertexAIException|api\.anthropic\.com|invalid x-api-key/;
const claudesWords = ['nthropic', 'BedrockException', 'VertexAIException', 'invalid x-api-key'];
/** Ids of calls as services give them that imitate the API. */
const foreignId = (): RegExp => /["']request_id\\{0,4}["']\s?:\s?\\{0,4}["'](?!req_)[\da-f-]{16,40}\\{0,4}["']/i;
/** A failure that the SDK or a resolver tells of, wherever else the text leads. */
const claudesFailure = (): RegExp =>
  /\banthropic\.(?:\w{1,40}\.){0,3}\w{1,40}Error\b|\bAnthropic\.make(?:Request|StatusError)\b|invalid x-api-key/;
const unreached = (text: string): boolean =>
  /\b(?:getaddrinfo|ENOTFOUND|EAI_AGAIN|lookup|connect to|resolve)\b[^\n]{0,40}\bapi\.anthropic\.com\b|\bapi\.anthropic\.com\b[^\n]{0,200}(?:\b(?:failed|refused|timed out|reset|E[A-Z]{5,20})\b|HTTP\/[\d.]{1,3} [45]\d\d)/.test(
    text,
  );
/** How Claude Code starts the line of a failed call; other programs do as well, and name the service there. */
const apiError = /^\W{0,8}API Error\b[^\n]*/m;
const sdkFailures = ['APIConnection', 'APITimeout'];
/** Classes that the SDK shares with others made by the same generator. */
const sdkFailure = (): RegExp => /(?<![\w.])API(?:Connection|ConnectionTimeout|Timeout)Error\b/;
const otherSdk = (): RegExp => /\b(?:openai|groq|together|cerebras|OpenAI|Groq|Together|Cerebras)\b/;

/** Frames and calls of the libraries of other services, in a trace that names none of Claude's. */
const othersFrames = (text: string): boolean =>
  /(?:site-packages|node_modules|gems|vendor)[\\/](?:openai|groq|mistralai|@mistralai|cohere(?:-ai)?|google[\\/](?:genai|generativeai)|@google[\\/](?:genai|generative-ai)|together|groq-sdk|ollama|replicate|huggingface_hub|transformers|vllm|ruby-openai|openai-php)\b|vertexai[\\/]generative_models|\bgoogle\.api_core\.exceptions\.|\blitellm[\\/]llms[\\/](?:gemini|openai|cohere|groq|mistral|ollama|deepseek|xai|together_ai|huggingface|replicate)\b|\.generate_content\(|\b(?:langchain_(?:openai|google_genai|groq|mistralai|cohere|ollama)|llama_index[\\/.]llms[\\/.](?:openai|ollama|gemini))\b/.test(
    text,
  );
const frameWords = [
  'google.api_core',
  'litellm',
  'generate_content',
  'site-packages',
  'node_modules',
  'gems',
  'vendor',
  'langchain_',
  'llama_index',
];
/** Ids of models of other makers. */
const othersModelId = (): RegExp =>
  /\b(?:deepseek-(?:chat|reasoner|coder|v\d|r\d)|glm-\d|qwen\d?[.\d]{0,4}-|qwq-|kimi-k\d|gpt-[345]|gemini-(?:\d|flash|pro)|grok-\d|minimax-?m\d|mimo-v\d|doubao-|nemotron-|llama-\d|mistral-(?:large|small|medium)|devstral-|codestral-)/i;
const goingOver = (): RegExp =>
  /\b(?:switch(?:ing)?|fall(?:ing)? ?back|chang(?:e|ing)|mov(?:e|ing)) (?:over )?to [\w./-]{3,60}/gi;
/** Who says with what a call does not fail. */
const worksWith = (): RegExp =>
  /\b(?:claude|anthropic)\b(?:[^.\n]{0,60}\bworks? (?:fine|well|perfectly|ok(?:ay)?|as expected|correctly|normally|without)\b|[^.\n]{0,20} (?:is|are) (?:just |totally |perfectly )?fine\b|[^,.，。\n]{0,20}(?:正常|没问题|没有问题|可以用|問題なく|정상|funktioniert(?! nicht)|sin problemas))/i;
/** Places that tell of Anthropic's programs and their sources, and not of a call. */
const repositories = (): RegExp => /\b(?:https?:\/\/)?(?:api\.)?github\.com[/:][^\s"')]{1,300}/gi;

/** What npm adds when a script failed, whatever the script did. */
const scriptFailed = (): RegExp => /\bnpm (?:ERR!|error) (?:code (?:ELIFECYCLE|\d{1,3})\b|Lifecycle script)/;
const installFailed = (): RegExp => /\bnpm (?:ERR!|error) [^\n]{0,200}(?:registry\.|node_modules)/;
const ofNpm = /^\W{0,8}npm (?:ERR!|error)\b[^\n]*$/gm;

/** The address of a call, as clients tell it. */
const calledUrl = (): RegExp =>
  /(?:(?<![\w.-])url["']?\s{0,2}[:=]?|\bNSErrorFailingURL\w{0,9}=|\brequest to|\b(?:file_get_contents|fopen|urlopen|fetch|requests\.\w{1,10}|axios\.\w{1,10})\(|\b(?:GET|POST|PUT|PATCH|DELETE|HEAD))\s{0,2}["'\u0060(<]{0,2}https?:\/\/([\w.-]{1,255})((?::\d{1,5})?[^\s"'\u0060<>)]{0,300})/i;
/** What makes of a line with an address the line of a failure, and of a member of its own one of a failed call. */
const failedLine = (): RegExp => /(?<![\w.:/-])[45]\d\d(?![\w/-]| ?ms)|\bfailed\b|NSErrorFailingURL/;
const urlMember = /^\W{0,40}url["']?\s?:/;
const failedCall = /\baxios|status code [45]\d\d|\bstatus["']?: [45]\d\d/i;
/** Paths under which gateways offer models. */
const modelPath = (): RegExp =>
  /\/(?:messages|chat\/completions|responses|completions?|invoke\b|converse|models?\/)|rawPredict|generateContent|claude|anthropic/i;

/** What else of the text tells whom it speaks of. */
export interface SubjectHints {
  readonly errorType: string | undefined;
  /** Whether the text shows the body of an answer. */
  readonly isAnswered: boolean;
  readonly model: string | undefined;
  readonly network: NetworkPart | undefined;
  readonly platform: Platform | undefined;
}

/** Whom a text speaks of, from which the names that the user gave are taken out. */
export function subjectOf(
  text: string,
  { errorType, isAnswered, model, network, platform }: SubjectHints,
): 'claude' | 'other' | 'unnamed' {
  const told = withoutPackages(withoutScript(text));
  const isClaudes = isClaudesFailure(told);
  if (errorType === undefined && !isClaudes) {
    if (isForeign(network, told)) return 'other';
    if (saysOne(told, installWords) && installer(told)) return 'other';
    if (saysOne(told, libraryWords) && otherLibrary(told)) return 'other';
  }
  const hasBody = hasClaudesBody(told) && !isImitated(told);
  if (!hasBody && saysOne(told, bodyWords) && othersBody(told)) return 'other';
  if (!hasBody && errorType === undefined && isInOtherLibrary(told)) return 'other';
  // Claude Code and its like can be led to other models; what such a model answers is no failure of Claude.
  if (isAnswered && model === undefined && !hasBody && namesOthersModel(told)) return 'other';
  if (!hasBody && !isClaudes && isLedElsewhere(told)) return 'other';
  if (namesClaude(withoutOthers(told))) return 'claude';
  const others = namingOthers(told);
  if (namesOtherService(others, otherModels(), modelWords)) return 'other';
  const isTyped = claudeTypes.test(told);
  const isBorrowed = isTyped && /stripe/i.test(told);
  if (
    isBorrowed ||
    (!isTyped && !isClaudes && (namesOtherService(others, otherServices(), serviceWords) || namesForeignPort(others)))
  )
    return 'other';
  if (isTyped) return 'claude';
  if (platform !== undefined) return 'unnamed';
  return (isCloudType(errorType) && !modelCall(told)) || isPublicHost(network?.host) || isSibling(network)
    ? 'other'
    : 'unnamed';
}

/** Lines of a list of packages, which tell what is there. */
const pinned = (): RegExp =>
  /^[ \t"'\u2502\u251c\u2500\u2514+|-]{0,20}@?[\w./-]{2,60}(?:\[\w+\])?["']?(?:[=~<>!]=|@|:\s?["']|[ \t]{1,30})[\^~>=v]{0,2}\d+\.[\d.]*[\w.+-]*["']?,?[ \t\r]*$|^\W{0,4}(?:pip3?|npm|yarn|pnpm|conda) (?:freeze|list|ls|show)\b[^\n]{0,80}$/gm;
/** The fewest packages that make a list. */
const fewestPackages = 2;

function withoutPackages(text: string): string {
  if (!/\d\.\d/.test(text) || text.split('\n', fewestPackages + 1).length <= fewestPackages) return text;
  let count = 0;
  const left = text.replace(pinned(), () => {
    count++;
    return ' ';
  });
  return count < fewestPackages ? text : left;
}

/** Whether the text shows an error of the API, or of a library that calls it. */
function hasClaudesBody(text: string): boolean {
  return apiId.test(text) || envelope.test(text) || (saysOne(text, claudesWords) && claudesBody().test(text));
}

/** Whether the error has the form of the API's, but an id that the API never gives, and no other that it does. */
function isImitated(text: string): boolean {
  return text.includes('request_id') && foreignId().test(text) && !apiId.test(text) && !text.includes('api.anthropic');
}

/** Whether a trace goes through the library of another model service, in a text that names Claude nowhere. */
function isInOtherLibrary(text: string): boolean {
  return saysOne(text, frameWords) && othersFrames(text) && !saysOne(text.toLowerCase(), ['claude', 'anthropic']);
}

/** The text without what names Claude and is no call of it: where programs are kept, and what works. */
function withoutOthers(text: string): string {
  const left = text.includes('github.com') ? text.replace(repositories(), ' ') : text;
  if (!/ works? | fine\b|正常|没|可以用|問題なく|정상|funktioniert|sin problemas/.test(left)) return left;
  return left.replaceAll(/[^.\n]+/g, (sentence) => (worksWith().test(sentence) ? ' ' : sentence));
}

/** Lines of a log that tell what went well. */
const wentWell = /^[^\n]{0,60}\b(?:INFO|DEBUG|TRACE)\b(?![^\n]*(?:[45]\d\d|:\/\/))[^\n]*$/gm;

/** The text without the other services that it names as what is there, or as what works. */
function namingOthers(text: string): string {
  let left = withoutSettings(text);
  if (saysOne(left, ['INFO', 'DEBUG', 'TRACE'])) left = left.replaceAll(wentWell, ' ');
  if (!/\bwork(?:s|ed|ing)?\b/.test(left)) return left;
  return left.replaceAll(/[^;\n]+?(?:[.!?](?=\s)|(?=[;\n])|$)/g, (sentence) =>
    /^(?!\|).*\bwork(?:s|ed|ing)?\b/.test(sentence) &&
    !/(?:\bnot|n['\u2019]t|never|stopped|no longer|fail\w*) (?:\w+ )?work|\bfail/.test(sentence)
      ? ' '
      : sentence,
  );
}

function namesClaude(text: string): boolean {
  const small = text.toLowerCase();
  return (
    saysOne(small, ['claude', 'anthropic']) ||
    claudesId.test(text) ||
    envelope.test(text) ||
    (saysOne(small, claudeWords) && claude().test(text))
  );
}

function namesOtherService(text: string, services: RegExp, words: readonly string[]): boolean {
  return saysOne(text.toLowerCase(), words) && services.test(text);
}

/** Whether the text tells of a failed call of Claude, so that other services that it names are not what failed. */
function isClaudesFailure(text: string): boolean {
  if (text.includes('api.anthropic.com') && unreached(text)) return true;
  if (saysOne(text, ['nthropic.', 'invalid x-api-key']) && claudesFailure().test(text)) return true;
  if (saysOne(text, sdkFailures) && sdkFailure().test(text) && !otherSdk().test(text)) return true;
  const line = text.includes('API Error') ? apiError.exec(text)?.[0] : undefined;
  return (
    line !== undefined &&
    !namesOtherService(line, otherServices(), serviceWords) &&
    !namesOtherService(line, otherModels(), modelWords)
  );
}

/** Whether the text names a model of another maker, and not only as one to go over to. */
function namesOthersModel(text: string): boolean {
  return othersModelId().test(text) && othersModelId().test(text.replaceAll(goingOver(), ' '));
}

/** The text without what npm adds when a script failed; the failure of the script stands before it. */
function withoutScript(text: string): string {
  return text.includes('npm ') && scriptFailed().test(text) && !installFailed().test(text)
    ? text.replace(ofNpm, ' ')
    : text;
}

/** Whether each address that a client tells beside a failure is that of another service. */
function isLedElsewhere(text: string): boolean {
  if (!text.includes('://')) return false;
  const isDumped = failedCall.test(text);
  const called = text
    .split('\n')
    .filter((line) => failedLine().test(line) || (isDumped && urlMember.test(line)))
    .map((line) => calledUrl().exec(line))
    .filter((found) => found !== null);
  return called.length > 0 && called.every(([, host = '', rest = '']) => isElsewhere(host, rest));
}

function isElsewhere(host: string, rest: string): boolean {
  return isPublicHost(host.toLowerCase()) && !apiHost.test(host) && !modelPath().test(host + rest);
}

/** Names that every service of a cloud gives its errors; without a model service beside them they say nothing of it. */
function isCloudType(errorType: string | undefined): boolean {
  return errorType !== undefined && /^[A-Z]|Exception$/.test(errorType);
}

/** A host of the open internet that the text names as what was not reached. */
function isPublicHost(host: string | undefined): boolean {
  return (
    host !== undefined &&
    /\.[a-z]{2,}$/.test(host) &&
    !/\.(?:local|internal|lan|svc|cluster|docker\.internal)$/.test(host)
  );
}

/** The name of a service beside the program, as compositions of containers have; a gateway to the API would be named. */
function isSibling({ host, errno }: NetworkPart = {}): boolean {
  return (
    host === 'host.docker.internal' ||
    (host !== undefined &&
      /^[a-z][a-z0-9_-]*$/.test(host) &&
      (host !== 'localhost' || /^(?:EAI_|ENOTFOUND)/.test(errno ?? '')))
  );
}
