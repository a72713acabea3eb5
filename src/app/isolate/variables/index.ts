import type { Variable } from '../variable.ts';
import { baseUrl } from './base-url.ts';
import { beta } from './beta.ts';
import { client } from './client.ts';
import { env } from './env.ts';
import { header } from './header.ts';
import { http } from './http.ts';
import { ip } from './ip.ts';
import { key } from './key.ts';
import { machine } from './machine.ts';
import { model } from './model.ts';
import { proxy } from './proxy.ts';
import { resolver } from './resolver.ts';
import { sdk } from './sdk.ts';
import { stream } from './stream.ts';
import { version } from './version.ts';
import { workspace } from './workspace.ts';

/** Everything that can be varied, the least disruptive first. */
export const variables: readonly Variable[] = [
  machine,
  env,
  stream,
  beta,
  header,
  version,
  http,
  ip,
  resolver,
  proxy,
  client,
  baseUrl,
  workspace,
  model,
  key,
  sdk,
];
