import type { Probe } from '../core/probe.ts';
import { apiKey } from './account/api-key.ts';
import { minimalRequest } from './account/minimal-request.ts';
import { modelAccess } from './account/model-access.ts';
import { simpleRetry } from './account/simple-retry.ts';
import { tokenCount } from './account/token-count.ts';
import { environmentProbes } from './environment/index.ts';
import { connectivity } from './network/connectivity.ts';
import { directResolver } from './network/direct-resolver.ts';
import { httpExchange } from './network/http-exchange.ts';
import { proxyTunnel } from './network/proxy-tunnel.ts';
import { systemResolver } from './network/system-resolver.ts';
import { tcpConnection } from './network/tcp-connection.ts';
import { tlsHandshake } from './network/tls-handshake.ts';
import { requestCheck } from './request/request-check.ts';
import { statusPage } from './status/status-page.ts';

/** Every probe, in the order in which a reader would ask. */
export const probes: readonly Probe[] = [
  requestCheck,
  ...environmentProbes,
  statusPage,
  connectivity,
  systemResolver,
  directResolver,
  tcpConnection,
  proxyTunnel,
  tlsHandshake,
  httpExchange,
  apiKey,
  modelAccess,
  tokenCount,
  simpleRetry,
  minimalRequest,
];
