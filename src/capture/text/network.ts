import type { NetworkPart } from '../../core/evidence.ts';
import { present } from '../../core/present.ts';
import { saysOne } from '../../core/says-one.ts';

const errnos =
  'ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_NONAME|EAI_FAIL|ENODATA|ETIMEDOUT|ESOCKETTIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL|EADDRINUSE|EMFILE|ENFILE|EPROTO|EBADF|EACCES|EPERM|UND_ERR_[A-Z_]+|ERR_INVALID_CHAR|ERR_SOCKET_CLOSED|ERR_STREAM_PREMATURE_CLOSE|ERR_CANCELED|ERR_NETWORK|ERR_BAD_RESPONSE|ERR_BAD_REQUEST|ERR_TLS_[A-Z_]+|ERR_SSL_[A-Z_0-9]+|ERR_OSSL_[A-Z_0-9]+|ERR_PROXY_[A-Z_]+|ERR_TUNNEL_CONNECTION_FAILED|ERR_CERT_[A-Z_]+|ERR_HTTP2_[A-Z_]+|ERR_QUIC_[A-Z_]+|ERR_NETWORK_(?:CHANGED|IO_SUSPENDED)|ERR_INTERNET_DISCONNECTED|ERR_NAME_NOT_RESOLVED|ERR_ADDRESS_UNREACHABLE|ERR_EMPTY_RESPONSE|ERR_TIMED_OUT|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_[A-Z_]+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNKNOWN_CERTIFICATE_VERIFICATION_ERROR|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE|HOSTNAME_MISMATCH|CERTIFICATE_VERIFY_FAILED|FailedToOpenSocket|ConnectionRefused|ConnectionClosed';
const errno = new RegExp(String.raw`\b(${errnos})\b`);
/** Wrappers report these beside the code of what really happened. */
const vague = /\b(?:ERR_NETWORK|ERR_BAD_RESPONSE|ERR_BAD_REQUEST|ERR_CANCELED)\b/g;

const name = String.raw`[a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost`;
/** Words of resolvers and connectors, with the host right behind them; they tell a host even without a code. */
const hostForms: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:getaddrinfo|ENOTFOUND|EAI_AGAIN|resolve(?: host(?:name)?)?:?|lookup|(?:failed to |cannot |could not )connect to(?: host)?|connect (?:E[A-Z]+|to)|dial tcp:?(?: lookup)?|attempted address(?:es)?:|UnknownHostException:|host(?:name)?["']?\s?[=:])\s{0,2}["'\x60(\[]{0,2}(?:ENOTFOUND |EAI_AGAIN )?["'\x60]?(${name})`,
    'i',
  ),
  new RegExp(
    String.raw`\bhttps?:\/\/(?!(?:docs|support|help|status|code|console|curl|developers?|github|www|platform)\.)(${name})(?::\d+)?\/`,
    'i',
  ),
];
const port =
  /\b(?:port[=:\s]{1,2}|(?:\d{1,3}\.){3}\d{1,3}:|localhost:|\.(?:com|net|org|io|ai|cn|local|internal):|\]:)(\d{2,5})\b/i;
const version = /^\d+(?:\.\d+){1,2}$/;

/** Parts of the codes, and of the words of the first host form: a text without any is spared the long patterns. */
const codeMarks =
  'ECONN ENOT EAI_ ENODATA ETIME ESOCK EPIPE EHOST ENET EADDR EMFILE ENFILE EPROTO EBADF EACCES EPERM ERR_ CERT UNABLE_TO MISMATCH Socket Connection'.split(
    ' ',
  );
const hostMarks = ['getaddrinfo', 'resolve', 'lookup', 'connect', 'dial', 'address', 'host'];

/** Members in which an error object tells where it was headed; they stand on lines of their own. */
const member = /^\W{0,40}(?:host(?:name)?|address|port)["']?\s?:/i;
/** What a line says that tells of a call, so that an address on it is that of the call. */
const ofCall =
  /\b(?:POST|request(?:ing|ed)?|(?:base_?)?url|endpoint|call(?:ing|ed)?|fail(?:ed|ure)?|unable|cannot|could not|timed out|timeout)\b|error/i;

/** What the text says of the connection: the code of the system or the TLS library, the host and the port. */
export function networkOf(flat: string): NetworkPart | undefined {
  const code = saysOne(flat, codeMarks) ? codeOf(flat) : undefined;
  if (code !== undefined) return { errno: code, ...farEndOf(flat, code) };
  const lower = flat.toLowerCase();
  if (!saysOne(lower, hostMarks)) return undefined;
  const named = namedEnd(flat);
  return named.host === undefined ? undefined : named;
}

function codeOf(flat: string): string | undefined {
  return errno.exec(flat.replace(vague, ''))?.[1] ?? errno.exec(flat)?.[1];
}

type FarEnd = Pick<NetworkPart, 'host' | 'port'>;

/**
 * Where the connection led: by the lines of the code and the members of the error, else by words of a connector, else by
 * an address in a line that tells of a call. What else a text connects to is not what failed.
 */
function farEndOf(flat: string, code: string): FarEnd {
  const lines = flat.split('\n');
  const beside = lines.filter((line) => line.includes(code) || member.test(line)).join('\n');
  const host = hostIn(beside)?.host;
  const near = { ...present({ host }), ...portOf(beside) };
  if (host !== undefined) return near;
  const named = namedEnd(flat);
  if (named.host !== undefined) return { ...named, ...near };
  const called = lines.filter((line) => ofCall.test(line)).join('\n');
  const found = hostIn(called);
  return found ? { host: found.host, ...portOf(lineFrom(called, found.index)), ...near } : near;
}

/** The host behind words of a resolver or connector, and the port on its line. */
function namedEnd(flat: string): FarEnd {
  const found = hostIn(flat, hostForms.slice(0, 1));
  return found ? { host: found.host, ...portOf(lineFrom(flat, found.index)) } : {};
}

function hostIn(text: string, forms = hostForms): { readonly host: string; readonly index: number } | undefined {
  for (const form of forms) {
    const found = form.exec(text);
    if (found?.[1] !== undefined && !version.test(found[1])) {
      return { host: found[1], index: found.index + found[0].lastIndexOf(found[1]) };
    }
  }
  return undefined;
}

function lineFrom(text: string, index: number): string {
  const end = text.indexOf('\n', index);
  return text.slice(index, end < 0 ? undefined : end);
}

function portOf(text: string): FarEnd {
  const number = port.exec(text)?.[1];
  return number === undefined ? {} : { port: Number(number) };
}

const foreignHost =
  /(?:^|\.)(?:npmjs\.org|pypi\.org|pythonhosted\.org|github\.com|githubusercontent\.com|gitlab\.com|slack\.com|telegram\.org|discord\.com|openai\.com|generativelanguage\.googleapis\.com|huggingface\.co|docker\.(?:io|com)|stripe\.com|crates\.io|rubygems\.org|golang\.org)$/i;
/** Ports of databases, queues, mail and local models; no gateway to the API listens there. */
const foreignPorts: ReadonlySet<number> = new Set([
  22, 25, 465, 587, 1433, 1521, 2181, 2375, 3306, 5432, 5433, 5672, 6379, 6380, 9092, 9200, 11211, 11434, 27017,
]);

/** Whether the connection that failed led to another service, although the text may name Claude elsewhere. */
export function isForeign(network: NetworkPart | undefined, flat: string): boolean {
  if (!network) return false;
  const { host = '', port: number } = network;
  if (!foreignHost.test(host) && !(number !== undefined && foreignPorts.has(number))) return false;
  return !/api\.anthropic\.com|\/v1\/messages/.test(flat);
}

const failing =
  /refused|timed out|timeout|unreachable|fail(?:ed|ure)|could not|cannot|can't|unable|is the server running/i;

/** Whether a line that tells of a failure names a port on which only other services listen, without a code beside it. */
export function namesForeignPort(flat: string): boolean {
  return flat.split('\n').some((line) => failing.test(line) && foreignPorts.has(portOf(line).port ?? 0));
}
