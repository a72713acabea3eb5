import { defineCause } from '../../core/cause.ts';
import type { Evidence, Platform } from '../../core/evidence.ts';
import * as pages from '../../facts/pages.ts';
import { captured, recognizedOfClaude } from '../details.ts';

interface Size {
  readonly limit: string | undefined;
}

const statedLimit =
  /(?:length\s+less\s+than\s+or\s+equal\s+to|size\s+exceeds\s+the\s+limit:|\(max)\s+(\d+\s?[KMG]?B?)/i;
const limits: Readonly<Record<Platform, string>> = {
  direct: '32 MB',
  aws: '32 MB',
  bedrock: '20 MB',
  vertex: '30 MB',
  foundry: '32 MB',
  gateway: 'set by the gateway',
};

/** The body of the request has more bytes than the endpoint takes. */
export const requestTooLarge = defineCause<Size>({
  id: 'request-too-large',
  title: 'The request body is too large',
  locus: 'request',
  retry: 'no',
  signs: [
    { type: 'request_too_large' },
    { says: 'request exceeds the maximum size' },
    { says: 'request exceeds the maximum allowed number of bytes' },
    { says: 'exceeds the maximum allowed number of bytes' },
    { says: ['value at body failed to satisfy constraint', 'member must have length less than or equal to'] },
    { says: 'request too large (max' },
    { says: 'too many total text bytes' },
    { says: ['request payload size exceeds the limit'], certainty: 'likely', shared: true },
    { says: 'request entity too large', certainty: 'likely', shared: true },
    { says: 'payload too large', certainty: 'likely', shared: true },
    { says: 'request too large', status: 413, certainty: 'likely' },
    { says: 'RequestTooLargeException', certainty: 'likely', shared: true },
    { says: 'RequestTooLargeError', certainty: 'likely', shared: true },
    { says: 'content too large', status: 413, certainty: 'likely', shared: true },
    { status: 413, certainty: 'possible', shared: true },
  ],
  retold: [
    '请求体过大',
    '请求过大',
    'リクエストが大きすぎ',
    '요청이 너무 큽',
    'solicitud demasiado grande',
    'anfrage zu groß',
    'requête trop volumineuse',
  ],
  recognize: (evidence, hit) => recognizedOfClaude(evidence, hit, { limit: captured(evidence, statedLimit) }),
  explain: (size, evidence) => {
    return `The body of the request has more bytes than the endpoint takes${limitPhrase(size?.limit, evidence.platform)}. Images and documents count in base64, a third more than the files themselves, and each turn sends the whole history again. ${answeredBy(evidence)}`;
  },
  remedies: (_size, evidence) => [
    ...(evidence.client?.name === 'claude-code'
      ? [{ action: 'Press Esc twice and go back to before the large file or image was read, or run `/compact`.' }]
      : []),
    {
      action: 'Upload large files once with the Files API and send their `file_id`.',
      run: '{ "type": "document", "source": { "type": "file", "file_id": "file_..." } }',
    },
    { action: 'Scale images down to 1,568 pixels on the long side, and drop those of earlier turns from the history.' },
    {
      action:
        'If a proxy or gateway answered, raise its limit on request bodies (`client_max_body_size` in nginx, `limit` of the body parser in Express).',
    },
  ],
  docs: pages.requestSize,
});

function answeredBy({ response }: Evidence): string {
  return response?.requestId === undefined && response?.errorType === undefined
    ? 'A proxy or gateway on the way may have a lower limit of its own.'
    : 'The limit holds before anything in the body is read.';
}

function bytes(limit: string): string {
  return /^\d+$/.test(limit) ? `${Number(limit).toLocaleString('en-US')} bytes` : limit;
}

function limitPhrase(stated: string | undefined, platform: Platform | undefined): string {
  if (stated !== undefined) return `, which is ${bytes(stated)} here`;
  return platform === undefined
    ? ' (32 MB on the Claude API, 30 MB on Google Cloud, 20 MB on Bedrock)'
    : `; the limit here is ${limits[platform]}`;
}
