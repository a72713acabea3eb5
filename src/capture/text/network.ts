import type { NetworkPart } from '../../core/evidence.ts';

const errnos =
  'ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_NONAME|EAI_FAIL|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL|EADDRINUSE|EMFILE|ENFILE|EPROTO|EACCES|EPERM|UND_ERR_[A-Z_]+|ERR_INVALID_CHAR|ERR_STREAM_PREMATURE_CLOSE|ERR_CANCELED|ERR_NETWORK|ERR_BAD_RESPONSE|ERR_BAD_REQUEST|ERR_TLS_[A-Z_]+|ERR_SSL_[A-Z_0-9]+|ERR_OSSL_[A-Z_0-9]+|ERR_PROXY_[A-Z_]+|ERR_CERT_[A-Z_]+|ERR_INTERNET_DISCONNECTED|ERR_NAME_NOT_RESOLVED|ERR_CONNECTION_[A-Z_]+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME_INVALID|CERTIFICATE_VERIFY_FAILED|FailedToOpenSocket|ConnectionRefused|ConnectionClosed';
const errno = new RegExp(String.raw`\b(${errnos})\b`);
/** Wrappers report these beside the code of what really happened. */
const vague = /\b(?:ERR_NETWORK|ERR_BAD_RESPONSE|ERR_BAD_REQUEST|ERR_CANCELED)\b/g;

const hostForms: readonly RegExp[] = [
  /\b(?:getaddrinfo|ENOTFOUND|EAI_AGAIN|host=|hostname=|hostname:|host:|resolve(?: host)?:?|lookup|connect to|dial tcp:? (?:lookup )?)\s{0,2}["'`]?(?:ENOTFOUND |EAI_AGAIN )?["'`]?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i,
  /https?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::\d+)?\//i,
];
const port = /\b(?:port[=:\s]{1,2}|(?:\d{1,3}\.){3}\d{1,3}:|localhost:|\]:)(\d{2,5})\b/;

/** What the text says of the connection: the code of the system or the TLS library, the host and the port. */
export function networkOf(flat: string): NetworkPart | undefined {
  const code = errno.exec(flat.replace(vague, ''))?.[1] ?? errno.exec(flat)?.[1];
  if (code === undefined) return undefined;
  const host = hostForms
    .map((form) => form.exec(flat)?.[1])
    .find((found) => found !== undefined && !/^\d+\.\d+$/.test(found));
  const number = port.exec(flat)?.[1];
  return {
    errno: code,
    ...(host === undefined ? {} : { host }),
    ...(number === undefined ? {} : { port: Number(number) }),
  };
}
