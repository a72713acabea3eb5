import { defineCause, type Sign } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { saying } from '../connection.ts';

const sdk: readonly Sign[] = [
  'Request was aborted',
  'APIUserAbortError',
  'Request interrupted by user',
  'What should Claude do instead',
].map((says): Sign => ({ says, shared: true }));
const definite = [
  'AbortError',
  'This operation was aborted',
  'The user aborted a request',
  'signal is aborted without reason',
  'BodyStreamBuffer was aborted',
  'context canceled',
  'CanceledError: canceled',
  'CancelledError',
  'CancellationException',
  'KeyboardInterrupt',
  'Client Closed Request',
  'client disconnected',
  'StandaloneCoroutine was cancelled',
  'AI_ResponseAborted',
  'NSURLErrorDomain Code=-999',
] as const;

/** The caller itself ended the call. */
export const requestAborted = defineCause({
  id: 'request-aborted',
  title: 'The caller cancelled the request',
  locus: 'client',
  retry: () => ({
    kind: 'no',
    because: 'Somebody ended the call on purpose, so no SDK retries it; send it again if the answer is still wanted.',
  }),
  signs: [
    ...sdk,
    { errno: 'ERR_CANCELED', shared: true, certainty: 'likely' },
    { status: 499, shared: true, certainty: 'likely' },
    ...saying(definite, { certainty: 'likely', unless: ['aborted due to timeout', 'when HTTP Tunneling'] }),
    ...saying(['A task was canceled', 'The operation was canceled', 'ECONNABORTED'], { certainty: 'possible' }),
  ],
  retold: [
    'request was cancelled',
    'request was canceled',
    'was cancelled by the user',
    'was canceled by the user',
    'request was aborted',
    'aborted by the user',
    'request cancelled',
    'request canceled',
    'interrupted by the user',
    '请求被取消',
    '请求已取消',
    'リクエストがキャンセル',
  ],
  explain: () =>
    'The program that made the call cancelled it: an `AbortController` fired, a context or task was cancelled, the user pressed a key, or the client of a web server went away and its request was ended with it. The API did not refuse anything.',
  remedies: () => [
    {
      action: 'Find who aborts: log the reason of the signal at the place where it fires.',
      run: "signal.addEventListener('abort', () => console.trace(signal.reason))",
    },
    {
      action:
        'If a time limit of your own fires, raise it above the time that the answer needs (the SDK waits 10 minutes), or stream.',
    },
    { action: 'In a web server, do not tie the call to the request of the browser when its result is needed anyway.' },
    {
      action: 'In a user interface, catch the abort and say nothing.',
      run: 'if (error instanceof Anthropic.APIUserAbortError) return;',
    },
  ],
  docs: pages.sdks,
  consequenceOf: ['*'],
  settledBy: [
    {
      from: 'response-timeout',
      test: 'Compare the time until the abort with the time limits set in the code: equal means a timeout, not a user.',
    },
  ],
});
