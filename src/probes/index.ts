import type { Probe } from '../core/probe.ts';
import { apiKey } from './account/api-key.ts';
import { minimalRequest } from './account/minimal-request.ts';
import { modelAccess } from './account/model-access.ts';
import { simpleRetry } from './account/simple-retry.ts';
import { tokenCount } from './account/token-count.ts';
import { environmentProbes } from './environment/index.ts';
import { libraryProbes } from './libraries/index.ts';
import { connectivity } from './network/connectivity.ts';
import { directResolver } from './network/direct-resolver.ts';
import { httpExchange } from './network/http-exchange.ts';
import { proxyTunnel } from './network/proxy-tunnel.ts';
import { systemResolver } from './network/system-resolver.ts';
import { tcpConnection } from './network/tcp-connection.ts';
import { tlsHandshake } from './network/tls-handshake.ts';
import { requestCheck } from './request/request-check.ts';
import { statusPage } from './status/status-page.ts';

/** What probes look at; a group is asked as a whole. */
export const probeGroups = {
  request: [requestCheck],
  environment: environmentProbes,
  libraries: libraryProbes,
  status: [statusPage],
  network: [connectivity, systemResolver, directResolver, tcpConnection, proxyTunnel, tlsHandshake, httpExchange],
  account: [apiKey, modelAccess, tokenCount, simpleRetry, minimalRequest],
} as const satisfies Readonly<Record<string, readonly Probe[]>>;

/** One of `probeGroups`. */
export type ProbeGroup = keyof typeof probeGroups;

/** Every probe, in the order in which a reader would ask. */
export const probes: readonly Probe[] = Object.values(probeGroups).flat();
