import type { NetworkPart, Platform } from '../../core/evidence.ts';
import { isForeign } from './network.ts';

/** Names, ids and the error envelope that only Claude, its API and its programs write. */
const claude =
  /claude|anthropic|\breq_(?:vrtx_)?011|\btoolu_|\/v1\/messages\b|"type"\s*:\s*"error"\s*,\s*"error"\s*:\s*\{|⎿\s*API Error/i;
/** Paths and error types of the API; services that imitate it write them too. */
const claudeTypes =
  /\b(?:messages\.\d{1,5}\.content|tools\.\d{1,5}\.custom|system\.\d{1,5}\.(?:text|cache_control))\b|\b(?:overloaded_error|authentication_error|not_found_error|permission_error|rate_limit_error|billing_error)\b/;
/** Other model services, by host, library, model or their own wording. */
const otherModels =
  /api\.openai\.com|platform\.openai\.com|\bopenai\.\w+Error|\bOpenAIException|\bOpenAI API\b|\bAzure OpenAI|\bgpt-[345]|\bgemini\b|generativelanguage\.googleapis|google\.(?:genai|generativeai)|api\.(?:mistral|cohere|groq|deepseek|together|perplexity|x|z|moonshot|minimaxi?|siliconflow|cerebras|sambanova|deepinfra|novita)\.(?:ai|com|xyz|cn|chat|net)|console\.x\.ai|bigmodel\.cn|volces\.com|\b(?:mistral(?:ai)?|groq|cohere|deepseek|qwen|dashscope|moonshot|kimi|zhipu|minimax|nemotron|replicate|fireworks|ollama|vllm|llama\.?cpp|lm ?studio)\b|\b(?:glm|grok|llama)-\d|huggingface|\bhf_hub|\bamazon\.(?:titan|nova)-|\bmeta\.llama|\bai21\.|The model is overloaded\. Please try again later|insufficient_quota|context_length_exceeded|unsupported_parameter|invalid_function_parameters|invalid_api_key|Incorrect API key provided|Use 'max_completion_tokens'|An assistant message with 'tool_calls' must be followed/i;
/** Databases, queues, package managers, version control, web services: what else a developer's day is full of. */
const otherServices =
  /\bpostgres|psycopg|sqlalchemy|HikariPool|java\.sql\.|\bSQL\w{0,40}Exception|mysql|mariadb|mongo|\bredis\b|\bkafka\b|rabbitmq|elasticsearch|\bsqlite3?\.|(?:\.\d{1,3}:|\bport[=:\s]{1,2})22\b(?!:)|(?::|\bport[=:\s]{1,2})(?:1433|3306|5432|5672|6379|9092|9200|11211|11434|27017)\b|smtp\.|smtplib|\bssh:|\bnpm (?:ERR!|error)|\byarn error|\bpnpm\b|registry\.npmjs|pypi\.org|\bpip\b|\bgit (?:push|pull|clone|fetch)\b|\bfatal: unable to access|api\.github\.com|github\.com\/[\w.-]+\/[\w.-]+\.git|gitlab\.com|\bdocker: Error|docker\.io|\bkubectl\b|\bterraform\b|while connecting to upstream|stripe|twilio|\bdiscord\.|telegram\.|hooks\.slack|\bS3\b|\bs3:\w|Cloud Storage|calling the (?!InvokeModel|Converse|CountTokens|ListFoundationModels|GetFoundationModel|\w*InferenceProfile)\w+ operation/i;

/** Operations and members that only calls of a model have. */
const modelCall =
  /\b(?:Converse|InvokeModel)|toolConfig|inferenceConfig|\bmessages\.\d|\bmodel (?:returned|id\b|identifier|access)|inference profile|foundation.model|\btokens\b|use case details/i;

/** A package manager that fails to install, whatever the package is called. */
const installer =
  /^\W{0,8}(?:npm (?:ERR!|error) code|ERR_PNPM_|yarn error|ERROR: Could not find a version|ERROR: No matching distribution|Failed to fetch version from )/m;

/** Exceptions of other libraries; where no error of the API stands beside them, they are what failed. */
const otherLibrary =
  /\b(?:pymongo|psycopg2?|redis|sqlalchemy|asyncpg|MySQLdb|elasticsearch|kafka|pika|smtplib|telegram|discord|stripe|twilio)\.(?:\w{1,40}\.){0,3}\w{0,40}(?:Error|Timeout|Exception)\b/;
/** Error bodies that only another model service writes, whatever the text around them names. */
const othersBody =
  /insufficient_quota|\binvalid_api_key\b|Incorrect API key provided: sk-|platform\.openai\.com|GoogleGenerativeAI Error|generativelanguage\.googleapis\.com|Error from provider\((?:gemini|deepseek|openai|qwen|groq|ollama|dashscope|kimi|moonshot|zhipu|glm)\w{0,20},(?![^)\n]{0,60}claude)|Error from provider \((?:DeepSeek|OpenAI|Google|Gemini|Qwen|Alibaba|Moonshot|Kimi|Zhipu|Z\.?ai|xAI|MiniMax|Mistral)\)|(?:Groq|Mistral|Cohere|Deepseek|XAI|Together|TogetherAI|Fireworks|FireworksAI|Gemini|Ollama|Huggingface|Perplexity|Deepinfra|Nvidia_nim|Dashscope|Cerebras|Sambanova|Hosted_vllm|Moonshot|Zai)Exception - |"provider_name"\s*:\s*"(?!Anthropic|Claude|Google|Amazon|AWS|Azure|Bedrock|Vertex)[A-Z]|ai\.google\.dev\/gemini-api|\breasoning_content\W{1,4}in the thinking mode|OpenAIException - You exceeded|\b(?:voyageai|groq|mistralai|cohere)\.(?:\w{1,40}\.)?\w{0,40}Error\b|localhost:11434\/api\//;
/** What shows that the error is Claude's all the same. */
const claudesBody =
  /"type"\s*:\s*"error"\s*,\s*"error"|\breq_(?:vrtx_)?01|\btoolu_|Anthropic(?:Exception|Error)|\banthropic\.\w{1,40}Error|BedrockException|VertexAIException|api\.anthropic\.com|invalid x-api-key/;

/** Ids of models of other makers. */
const othersModelId =
  /\b(?:deepseek-(?:chat|reasoner|coder|v\d|r\d)|glm-\d|qwen\d?[.\d]{0,4}-|qwq-|kimi-k\d|gpt-[345]|gemini-\d|grok-\d|minimax-m\d|mimo-v\d|doubao-|nemotron-|llama-\d|mistral-(?:large|small|medium)|devstral-|codestral-)/i;
/** Places that tell of Anthropic's programs and their sources, and not of a call. */
const repositories = /\b(?:https?:\/\/)?(?:api\.)?github\.com[/:][^\s"')]{1,300}/gi;

/** What else of the text tells whom it speaks of. */
export interface SubjectHints {
  readonly errorType: string | undefined;
  /** Whether the text shows the body of an answer. */
  readonly isAnswered: boolean;
  readonly model: string | undefined;
  readonly network: NetworkPart | undefined;
  readonly platform: Platform | undefined;
}

/** Whom a text speaks of. */
export function subjectOf(
  flat: string,
  { errorType, isAnswered, model, network, platform }: SubjectHints,
): 'claude' | 'other' | 'unnamed' {
  if (errorType === undefined && (isForeign(network, flat) || installer.test(flat) || otherLibrary.test(flat)))
    return 'other';
  if (othersBody.test(flat) && !claudesBody.test(flat)) return 'other';
  // Claude Code and its like can be led to other models; what such a model answers is no failure of Claude.
  if (isAnswered && model === undefined && othersModelId.test(flat) && !claudesBody.test(flat)) return 'other';
  if (claude.test(flat.includes('github.com') ? flat.replace(repositories, ' ') : flat)) return 'claude';
  if (otherModels.test(flat) || otherServices.test(flat)) return 'other';
  if (claudeTypes.test(flat)) return 'claude';
  if (platform !== undefined) return 'unnamed';
  return (isCloudType(errorType) && !modelCall.test(flat)) || isPublicHost(network?.host) ? 'other' : 'unnamed';
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
