/** Where a SOCKS5 handshake stands: the ways to sign in are settled, the caller is named, the way to the host is asked for. */
export type SocksStep = 'greeting' | 'sign-in' | 'connect';

/** A handshake in progress. */
export interface SocksHandshake {
  readonly step: SocksStep;
  /** What came and is not a whole answer yet. */
  readonly heard: Buffer;
  readonly user?: SocksUser;
  readonly host: string;
  readonly port: number;
}

/** Who the caller says that he is; each at most 255 bytes. */
export interface SocksUser {
  readonly name: string;
  readonly password: string;
}

/** Why a handshake ended without a way to the host. */
export interface SocksRefusal {
  readonly step: SocksStep;
  /** `credentials`: none were given, or those given are not accepted. */
  readonly kind: 'credentials' | 'refused' | 'not-socks';
  /** Ready to stand behind a colon. */
  readonly because: string;
}

/** What follows from what was heard. */
export type SocksCommand =
  | { readonly kind: 'wait' }
  | { readonly kind: 'send'; readonly bytes: Buffer }
  /** The way stands, and the caller speaks first on it. */
  | { readonly kind: 'opened' }
  | ({ readonly kind: 'ended' } & { readonly refusal: SocksRefusal });

const version = 5;
const withoutSignIn = 0;
const withPassword = 2;
const noneAccepted = 0xff;
const longestPart = 255;

/** The answers to the request for a way (RFC 1928, section 6). */
const replies: Readonly<Record<number, string>> = {
  1: 'it failed for a reason that it does not name',
  2: 'its rules do not allow this host',
  3: 'it has no route to the network of the host',
  4: 'it cannot reach the host, or does not know its name',
  5: 'the host refused its connection',
  6: 'the way to the host is too long (its time to live ran out)',
  7: 'it does not make outgoing connections',
  8: 'it does not take this kind of address',
};

/** Begins a handshake: the host is named to the proxy as it is, so that the proxy resolves it. */
export function beginSocks(
  host: string,
  port: number,
  user?: SocksUser,
): readonly [handshake: SocksHandshake, greeting: Buffer] {
  const ways = user ? [withoutSignIn, withPassword] : [withoutSignIn];
  return [
    { step: 'greeting', heard: Buffer.alloc(0), host, port, ...(user ? { user } : {}) },
    Buffer.from([version, ways.length, ...ways]),
  ];
}

/** Takes in what the proxy sent, whole or in pieces. */
export function hearSocks(
  handshake: SocksHandshake,
  bytes: Buffer,
): readonly [handshake: SocksHandshake, command: SocksCommand] {
  const heard = Buffer.concat([handshake.heard, bytes]);
  const next = { ...handshake, heard };
  if (handshake.step === 'greeting') return afterGreeting(next);
  return handshake.step === 'sign-in' ? afterSignIn(next) : afterConnect(next);
}

type Advance = readonly [SocksHandshake, SocksCommand];

function ended(handshake: SocksHandshake, kind: SocksRefusal['kind'], because: string): Advance {
  return [handshake, { kind: 'ended', refusal: { step: handshake.step, kind, because } }];
}

function afterGreeting(handshake: SocksHandshake): Advance {
  const { heard, user } = handshake;
  if (heard.length > 0 && heard[0] !== version) return ended(handshake, 'not-socks', strange(heard));
  if (heard.length < 2) return [handshake, { kind: 'wait' }];
  const way = heard[1];
  if (way === withoutSignIn) return askForWay(handshake, heard.subarray(2));
  if (way === withPassword && user) {
    return [
      { ...handshake, step: 'sign-in', heard: heard.subarray(2) },
      { kind: 'send', bytes: Buffer.concat([Buffer.from([1]), part(user.name), part(user.password)]) },
    ];
  }
  return ended(
    handshake,
    way === noneAccepted ? 'credentials' : 'not-socks',
    way === noneAccepted
      ? user
        ? 'it takes neither callers without credentials nor a user with a password'
        : 'it takes no callers without credentials'
      : `it chose a way to sign in that was not offered (${way})`,
  );
}

function afterSignIn(handshake: SocksHandshake): Advance {
  const { heard } = handshake;
  if (heard.length < 2) return [handshake, { kind: 'wait' }];
  return heard[1] === 0
    ? askForWay(handshake, heard.subarray(2))
    : ended(handshake, 'credentials', 'it does not accept the user and the password');
}

function askForWay(handshake: SocksHandshake, heard: Buffer): Advance {
  const { host, port } = handshake;
  const bytes = Buffer.concat([Buffer.from([version, 1, 0]), addressOf(host), Buffer.from([port >> 8, port & 0xff])]);
  return [
    { ...handshake, step: 'connect', heard },
    { kind: 'send', bytes },
  ];
}

function afterConnect(handshake: SocksHandshake): Advance {
  const { heard } = handshake;
  const [spoken, reply = 0, , form] = heard;
  if (spoken !== undefined && spoken !== version) return ended(handshake, 'not-socks', strange(heard));
  if (heard.length >= 2 && reply !== 0) {
    return ended(handshake, 'refused', replies[reply] ?? `it answered with the code ${reply}`);
  }
  const addressBytes = form === 1 ? 4 : form === 4 ? 16 : form === 3 && heard.length > 4 ? 1 + (heard[4] ?? 0) : 1;
  const whole = 4 + addressBytes + 2;
  if (heard.length < whole) return [handshake, { kind: 'wait' }];
  // TLS and HTTP begin with the caller, so whatever else comes now is not from the host.
  return heard.length > whole
    ? ended(handshake, 'not-socks', 'it sends more than the handshake holds')
    : [handshake, { kind: 'opened' }];
}

/** A text with its length before it, as the protocol writes names. */
function part(text: string): Buffer {
  const bytes = Buffer.from(text).subarray(0, longestPart);
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function addressOf(host: string): Buffer {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host);
  if (four) return Buffer.from([1, ...four.slice(1).map(Number)]);
  return host.includes(':')
    ? Buffer.concat([Buffer.from([4]), sixBytes(host)])
    : Buffer.concat([Buffer.from([3]), part(host)]);
}

/** The 16 bytes of an IPv6 address; `::` stands for as many zeros as are missing. */
function sixBytes(host: string): Buffer {
  const [, before = '', after = ''] = /^(.*?)(?:::(.*))?$/.exec(host.replace(/%.*$/, '')) ?? [];
  const head = groupsIn(before);
  const tail = groupsIn(after);
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => 0);
  return Buffer.from([...head, ...zeros, ...tail].slice(0, 8).flatMap((group) => [group >> 8, group & 0xff]));
}

function groupsIn(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').flatMap(groupsOf);
}

/** An IPv4 address at the end counts for two groups. */
function groupsOf(text: string): readonly number[] {
  const [a, b, c, d] = text.split('.').map(Number);
  if (b === undefined || c === undefined || d === undefined) return [Number.parseInt(text, 16)];
  return [((a ?? 0) << 8) | b, (c << 8) | d];
}

function strange(heard: Buffer): string {
  if (heard[0] === 4 || heard[0] === 0) return 'it speaks SOCKS4 and not SOCKS5';
  return heard.toString('latin1', 0, 5) === 'HTTP/'
    ? 'it answers in HTTP, so it is an HTTP proxy: its address begins with `http://`'
    : 'what it answers is not SOCKS5';
}
