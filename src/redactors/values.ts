/** Placeholders and references that stand where a secret would. */
const placeholder =
  /^(?:\$|%|<|\{|\[|\*|•|x{4,}|\.{3}|process\.|os\.|env\b|env\.|getenv|your[-_ ]|my[-_ ]|none$|null$|nil$|undefined$|true$|false$|required|missing|invalid|string$|expired|example|changeme$|placeholder|dummy|import\.meta|self\.|this\.|config\.|settings\.|args\.|options\.|secrets\.)/i;

/** Whether a value stands for a secret and is none. */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value) || /^(.)\1*$/.test(value);
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Ids that the API and its neighbors give out, which say what a call was and open nothing. */
const publicId =
  /^(?:req|msg|toolu|srvtoolu|mcptoolu|file|msgbatch|wrkspc|container|fdrl|svac|org|user|chatcmpl|resp|call|thread|run|asst|batch|evt|cb|sess)_|^(?:claude|gpt|gemini|anthropic)[-.]|^call-/i;

/** Whether a value is a UUID. */
export function isUuid(value: string): boolean {
  return uuid.test(value);
}

/** Whether a value is an id or a hash that may be shown. */
export function isPublicId(value: string): boolean {
  return uuid.test(value) || publicId.test(value);
}

/** Bits per character: how evenly the characters of a value are spread. */
export function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

const leastRandomBits = 3.3;

/** Whether a value looks drawn at random: long, of several classes of characters, evenly spread. */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || value.length > 4000 || /\s/.test(value) || isPublicId(value)) return false;
  const classes = [/[a-z]/, /[A-Z]/, /\d/].filter((one) => one.test(value)).length;
  if (classes < 2 || !/\d/.test(value)) return false;
  return entropyOf(value.slice(0, 256)) >= leastRandomBits;
}
