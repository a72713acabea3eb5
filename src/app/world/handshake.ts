import { connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Certificate, Failed, HandshakeAnswer, HandshakeQuestion } from '../../core/world.ts';
import { open, tlsOptions, type Trust } from './sockets.ts';
import { failedOf, within } from './within.ts';

/** A chain longer than this has come round to itself. */
const longestChain = 8;

/** Makes a TLS handshake, looks at what was shown, and closes. Nothing is sent over it. */
export async function secure(
  { at, serverName, proxy }: HandshakeQuestion,
  limitMs: number,
  trust: Trust,
): Promise<HandshakeAnswer> {
  const opened = await open(at, proxy, limitMs, trust);
  if (opened.kind === 'failed') return opened;
  return within<Exclude<HandshakeAnswer, Failed>>(
    limitMs - opened.tookMs,
    `TLS handshake with ${serverName}:`,
    (end, tookMs) => {
      const socket = connect({
        ...tlsOptions(opened.socket, serverName, trust),
        // An untrusted certificate is what is to be told: the handshake ends, and nothing follows it.
        rejectUnauthorized: false,
        ALPNProtocols: ['h2', 'http/1.1'],
      });
      socket.once('secureConnect', () => end(answerOf(socket, tookMs())));
      socket.once('error', (error) => end(failedOf(error, tookMs())));
      socket.once('close', () =>
        end({
          kind: 'failed',
          code: 'ECONNRESET',
          message: 'Client network socket disconnected before secure TLS connection was established',
          tookMs: tookMs(),
        }),
      );
      return () => {
        socket.destroy();
        opened.socket.destroy();
      };
    },
  );
}

function answerOf(socket: TLSSocket, tookMs: number): Exclude<HandshakeAnswer, Failed> {
  const application = socket.alpnProtocol;
  const distrust = socket.authorized ? undefined : distrustOf(socket.authorizationError);
  return {
    kind: 'secured',
    protocol: socket.getProtocol() ?? 'unknown',
    ...(typeof application === 'string' && application !== '' ? { application } : {}),
    ...(distrust === undefined ? {} : { distrust }),
    chain: chainOf(socket.getPeerCertificate(true)),
    tookMs,
  };
}

function distrustOf(error: unknown): string {
  if (typeof error === 'string') return error;
  return error instanceof Error ? error.message : 'UNKNOWN_CERTIFICATE_VERIFICATION_ERROR';
}

function chainOf(leaf: PeerCertificate): readonly Certificate[] {
  const chain: Certificate[] = [];
  const seen = new Set<string>();
  let current: (PeerCertificate & { readonly issuerCertificate?: PeerCertificate }) | undefined = leaf;
  while (current?.subject !== undefined && chain.length < longestChain && !seen.has(current.fingerprint256)) {
    seen.add(current.fingerprint256);
    chain.push({
      subject: nameOf(current.subject),
      issuer: nameOf(current.issuer),
      names: (current.subjectaltname ?? '').split(', ').map((name) => name.replace(/^(?:DNS|IP Address):/, '')),
      validFrom: isoOf(current.valid_from),
      validTo: isoOf(current.valid_to),
    });
    current = current.issuerCertificate;
  }
  return chain;
}

/** `O=Zscaler Inc., CN=Zscaler Intermediate Root CA`, in the parts that name somebody. */
function nameOf(parts: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  return ['O', 'OU', 'CN']
    .flatMap((key) => {
      const value = parts[key];
      return value === undefined ? [] : [`${key}=${typeof value === 'string' ? value : value.join('/')}`];
    })
    .join(', ');
}

function isoOf(written: string): string {
  const ms = Date.parse(written);
  return Number.isNaN(ms) ? written : new Date(ms).toISOString();
}
