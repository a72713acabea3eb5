/** Text of the kinds that are searched most, to count which characters stand together in them. */
const sample = `{"model":"claude-sonnet-4-6","max_tokens":16000,"stream":true,"system":[{"type":"text","text":"You are an
assistant. The user asks for changes of a program; read the files first, and explain what you find. Use the tools that
are available, and answer in the same language.","cache_control":{"type":"ephemeral"}}],"tools":[{"name":"read_file",
"description":"Reads a part of a file and returns its lines.","input_schema":{"type":"object","properties":{"path":
{"type":"string","description":"The path of the file"},"count":{"type":"integer"}},"required":["path"]}}],"messages":[
{"role":"user","content":"Why does the build stop because a package is missing from its list?"},{"role":"assistant",
"content":[{"type":"tool_use","id":"toolu_01","name":"read_file","input":{"path":"src/part.ts"}}]},{"role":"user",
"content":[{"type":"tool_result","tool_use_id":"toolu_01","content":"export function close(part, state) {\\n  if
(state.get(\\"part\\")?.isOpen === true) {\\n    return import('./module.ts');\\n  }\\n}"}]}]}
event: content_block_delta
data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" the"}}
event: message_stop
2026-11-20T10:00:00.123Z INFO call 17 req_011C model=claude-sonnet-4-6 status=200 input_tokens=70 output_tokens=12
2026-11-20 10:00:01 ERROR request failed: connection error, retry after 2 seconds at Object.handler (/app/node_modules/
sdk/index.js:12:34) {"error":{"type":"invalid_request_error","message":"messages.3: all blocks must have content"}}
content-type: text/plain; ./start-up.sh --no-cache --output-format chart-2 part-1 test-case react-dom client-side font-size
const result = await client.messages.create({ headers, timeout: 1000 }); expect(value).toBe(undefined);
# The application, its options and the environment. For example: this function throws an error when the number of
characters is larger than expected; otherwise nothing happens, and the same values are returned as before.
`;

/** How many of a thousand characters of English each letter is, from `a` to `z`, and what is no small letter. */
const letterShares = [
  65, 10, 25, 32, 100, 18, 15, 40, 55, 2, 7, 33, 20, 56, 60, 18, 2, 50, 52, 75, 22, 8, 15, 4, 14, 1,
];
const spaceShare = 160;
const signShare = 8;
const capitalShare = 2;
/** Bytes of characters beyond ASCII. */
const otherShare = 1;

/** How many of a thousand bytes one of an anchor is; it may be any before the anchor and behind it. */
function shareAt(bytes: Uint8Array, at: number): number {
  const code = bytes[at];
  if (code === undefined) return 1000;
  if (code >= 128) return otherShare;
  if (code >= 65 && code <= 90) return capitalShare;
  return letterShares[code - 97] ?? (code === 32 ? spaceShare : signShare);
}

/** The bytes of the sample, in small letters, and where each two of them stand, of which one may be any. */
interface Sample {
  readonly bytes: Uint8Array;
  readonly places: ReadonlyMap<number, readonly number[]>;
}

let read: Sample | undefined;
const none: readonly number[] = [];
/** No byte of an anchor: it may be any. */
const anyByte = 0;

function readSample(): Sample {
  const text = sample.replaceAll('\n', ' ').toLowerCase();
  const bytes = Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const places = new Map<number, number[]>();
  for (let at = 0; at + 1 < bytes.length; at++) {
    const [first, second] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    addPlace(places, keyOf(first, second), at);
    addPlace(places, keyOf(anyByte, second), at);
    addPlace(places, keyOf(first, anyByte), at);
  }
  return { bytes, places };
}

function addPlace(places: Map<number, number[]>, key: number, at: number): void {
  const known = places.get(key);
  if (known) known.push(at);
  else places.set(key, [at]);
}

function keyOf(first: number, second: number): number {
  return (first << 8) | second;
}

function smallAt(bytes: Uint8Array, at: number): number {
  const code = bytes[at] ?? anyByte;
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** Where two bytes of an anchor stand in the sample. */
function placesOf(bytes: Uint8Array, at: number): readonly number[] {
  read ??= readSample();
  return read.places.get(keyOf(smallAt(bytes, at), smallAt(bytes, at + 1))) ?? none;
}

/** How often four bytes of an anchor stand in the sample. */
function countOfFour(bytes: Uint8Array, at: number): number {
  read ??= readSample();
  const { bytes: own } = read;
  const [third, fourth] = [smallAt(bytes, at + 2), smallAt(bytes, at + 3)];
  let count = 0;
  for (const place of placesOf(bytes, at))
    if ((third === anyByte || own[place + 2] === third) && (fourth === anyByte || own[place + 3] === fourth)) count++;
  return count;
}

/** How many of a million places two bytes of an anchor stand at, about. */
function shareOfTwo(bytes: Uint8Array, at: number): number {
  const counted = bytes[at] === undefined || bytes[at + 1] === undefined ? 0 : placesOf(bytes, at).length;
  return shareAt(bytes, at) * shareAt(bytes, at + 1) * unseenPart + (counted * 1e6) / sample.length;
}

/** What the letters say counts little beside what stands in the sample. */
const unseenPart = 0.2;

/**
 * Where the rarest four bytes of an anchor begin, of those at even or odd places. Only where it has no four there, one of
 * them lies before or behind it.
 */
export function rarestFour(bytes: Uint8Array, parity: 0 | 1): number {
  let best = bytes.length - 4 < parity ? -parity : parity;
  let bestShare = Number.POSITIVE_INFINITY;
  for (let offset = parity; offset + 4 <= bytes.length; offset += 2) {
    const share = shareOfTwo(bytes, offset) * shareOfTwo(bytes, offset + 2) + countOfFour(bytes, offset) * meetingCost;
    if (share < bestShare) [best, bestShare] = [offset, share];
  }
  return best;
}

/** What a place of the sample where two times two bytes stand together costs, beside what their shares say. */
const meetingCost = 1e12 / sample.length;

/** The first and the second two bytes of a set, and at how many of a million places they stand. */
interface SetLoad {
  readonly firsts: Set<string>;
  readonly seconds: Set<string>;
  first: number;
  second: number;
}

/** All sets; and for each place of the sample, a bit for each set of which a first stands there, or a second behind it. */
export interface Loads {
  readonly sets: readonly SetLoad[];
  readonly firstAt: Uint16Array;
  readonly secondBehind: Uint16Array;
}

/** Sets with nothing in them. */
export function emptyLoads(count: number): Loads {
  return {
    sets: Array.from({ length: count }, () => ({ firsts: new Set(), seconds: new Set(), first: 0, second: 0 })),
    firstAt: new Uint16Array(sample.length),
    secondBehind: new Uint16Array(sample.length),
  };
}

/** Puts four bytes to the set in which they bring the fewest more places to look at; the number of that set. */
export function lightestSet(loads: Loads, bytes: Uint8Array, offset: number): number {
  const { sets, firstAt, secondBehind } = loads;
  const [first, second] = [keyOfTwo(bytes, offset), keyOfTwo(bytes, offset + 2)];
  const [firstShare, secondShare] = [shareOfTwo(bytes, offset), shareOfTwo(bytes, offset + 2)];
  const [firstPlaces, secondPlaces] = [placesOf(bytes, offset), placesOf(bytes, offset + 2)];
  const meetings = sets.map(() => 0);
  for (const at of firstPlaces) countBits((secondBehind[at] ?? 0) & ~(firstAt[at] ?? 0), meetings);
  for (const at of secondPlaces) countBits((firstAt[at - 2] ?? 0) & ~(secondBehind[at - 2] ?? 0), meetings);
  let best = 0;
  let leastCost = Number.POSITIVE_INFINITY;
  for (const [set, load] of sets.entries()) {
    const moreFirst = load.firsts.has(first) ? 0 : firstShare;
    const moreSecond = load.seconds.has(second) ? 0 : secondShare;
    const cost =
      (load.first + moreFirst) * (load.second + moreSecond) -
      load.first * load.second +
      (meetings[set] ?? 0) * meetingCost;
    if (cost < leastCost) [best, leastCost] = [set, cost];
  }
  const load = sets[best];
  if (!load) return best;
  if (!load.firsts.has(first)) load.first += firstShare;
  if (!load.seconds.has(second)) load.second += secondShare;
  load.firsts.add(first);
  load.seconds.add(second);
  for (const at of firstPlaces) firstAt[at] = (firstAt[at] ?? 0) | (1 << best);
  for (const at of secondPlaces) if (at > 1) secondBehind[at - 2] = (secondBehind[at - 2] ?? 0) | (1 << best);
  return best;
}

/** Adds one to the count of each set of which there is a bit. */
function countBits(bits: number, counts: number[]): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    const set = 31 - Math.clz32(rest & -rest);
    counts[set] = (counts[set] ?? 0) + 1;
  }
}

function keyOfTwo(bytes: Uint8Array, at: number): string {
  return `${bytes[at] ?? ''} ${bytes[at + 1] ?? ''}`;
}
