import type { Platform } from '../../core/evidence.ts';
import { present } from '../../core/present.ts';

/** What a URL says of a call. */
export interface Endpoint {
  readonly endpoint?: string;
  readonly platform?: Platform;
  /** Whether it is a call that `check` can judge. */
  readonly isMessagesCall: boolean;
}

const messagesPath =
  /\/messages(?:\/count_tokens|\/batches)?\/?$|\/model\/[^?]+\/invoke(?:-with-response-stream)?\/?$|:(?:rawPredict|streamRawPredict)$/;

const hosts: readonly (readonly [RegExp, Platform])[] = [
  [/^api\.anthropic\.com$/, 'direct'],
  [/aws-external-anthropic/, 'aws'],
  [/(?:^|\.)bedrock[\w-]*\..*amazonaws\.com/, 'bedrock'],
  [/aiplatform\.googleapis\.com$|aiplatform\.[\w.-]*rep\.googleapis\.com$/, 'vertex'],
  [/\.(?:azure|microsoft)\.com$/, 'foundry'],
];

/** Reads the address of a call; a path alone says nothing of the platform. */
export function endpointOf(address: string): Endpoint {
  const [, host, rest] = /^(?:https?:\/\/)?(?:[^/@\s]*@)?([\w.-]+(?::\d+)?)(\/[^?#\s]*)?/.exec(address) ?? [];
  const isPath = address.startsWith('/');
  const path = isPath ? address.replace(/[?#].*$/, '') : (rest ?? '');
  const isMessagesCall = messagesPath.test(path);
  return {
    isMessagesCall,
    ...present({
      endpoint: isMessagesCall ? path : undefined,
      platform: isPath || host === undefined ? undefined : platformOf(host.toLowerCase()),
    }),
  };
}

function platformOf(host: string): Platform {
  const name = host.replace(/:\d+$/, '');
  return hosts.find(([mark]) => mark.test(name))?.[1] ?? 'gateway';
}
