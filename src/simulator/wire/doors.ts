import type { RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type Server as TcpServer } from 'node:net';
import type { TlsOptions } from 'node:tls';
import type { BadDoor } from '../../core/fault.ts';
import { makeCertificate, type Authority, type Certificate, type CertificateRequest } from './certificates.ts';

/** Where a bad door is, and what stands behind it. */
export interface OpenDoor {
  readonly url: string;
  readonly server?: Server;
}

/** What doors are made from. */
export interface Building {
  readonly listener: RequestListener;
  /** Where the simulator itself listens, without TLS. */
  readonly port: number;
  readonly now: number;
  /** Signs the certificates that are in order but for one thing. */
  readonly authority: Authority;
}

const host = '127.0.0.1';
const dayMs = 86_400_000;
const loopback = { hosts: ['localhost'], addresses: [[127, 0, 0, 1]] } as const;
/** A label longer than DNS allows: no resolver is ever asked. */
const unresolvable = `api.anthropic.com.${'unresolvable-'.repeat(5)}faultline.invalid`;

/** An authority that nobody trusts until it is told to. */
export function makeAuthority(name: string, now: number): Authority {
  const from = new Date(now - dayMs);
  const until = new Date(now + 30 * dayMs);
  return { name, ...makeCertificate({ name, from, until, isAuthority: true }, 1) };
}

/** Opens an address at which calls fail before they are made. */
export async function openDoor(door: BadDoor, building: Building): Promise<OpenDoor> {
  switch (door) {
    case 'refused':
      return { url: `http://${host}:${await deadPort()}` };
    case 'unresolvable':
      return { url: `http://${unresolvable}:${building.port}` };
    case 'tls-not-spoken':
      return { url: `https://${host}:${building.port}` };
    default: {
      const server = createTlsServer(tlsOptions(door, building), building.listener);
      return { url: `https://${host}:${await listen(server)}`, server };
    }
  }
}

/** A port that was free a moment ago and on which nothing listens. */
async function deadPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  return port;
}

/** Listens on a free port of the loopback address. */
export function listen(server: TcpServer, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function tlsOptions(
  door: Exclude<BadDoor, 'refused' | 'unresolvable' | 'tls-not-spoken'>,
  { now, authority }: Building,
): TlsOptions {
  const usual = { name: 'Faultline simulator', from: new Date(now - dayMs), until: new Date(now + dayMs), ...loopback };
  const issued = (request: Partial<CertificateRequest>, issuer: Authority = authority): Certificate => {
    const { cert, key } = makeCertificate({ ...usual, ...request, issuer }, 2);
    return { cert: `${cert}${issuer.cert}`, key };
  };
  switch (door) {
    case 'tls-expired':
      return issued({ from: new Date(now - 3 * dayMs), until: new Date(now - dayMs) });
    case 'tls-not-yet-valid':
      return issued({ from: new Date(now + dayMs), until: new Date(now + 2 * dayMs) });
    case 'tls-wrong-host':
      return issued({ hosts: ['portal.example.net'], addresses: [] });
    case 'tls-self-signed':
      return makeCertificate(usual, 2);
    case 'tls-unknown-authority':
      return issued({}, makeAuthority('Faultline unknown authority', now));
    case 'tls-inspected':
      return issued({ name: 'api.anthropic.com' }, makeAuthority('Zscaler Root CA', now));
    case 'tls-old-protocol':
      return { ...issued({}), minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
  }
}
