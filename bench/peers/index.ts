import type { Peer } from './peer.ts';
import { messagesDocument } from './messages-document.ts';

/** The mock servers that people use in the API's place, in the versions that were newest on 2026-11-26. */
export const peers: readonly Peer[] = [
  {
    name: 'aimock',
    packageName: '@copilotkit/aimock',
    version: '1.43.0',
    program: 'llmock',
    judges: 'matches fixtures, judges nothing',
    files: {
      'fixtures.json': { fixtures: [{ match: { userMessage: 'rivers' }, response: { content: 'Danube and Wien.' } }] },
    },
    args: (port, file) => ['-p', String(port), '-f', file('fixtures.json'), '--log-level', 'silent'],
  },
  {
    name: 'Prism',
    packageName: '@stoplight/prism-cli',
    version: '5.16.0',
    program: 'prism',
    judges: 'judges by a schema of a few members',
    files: { 'openapi.json': messagesDocument },
    args: (port, file) => ['mock', '-p', String(port), '--errors', '-v', 'silent', file('openapi.json')],
  },
];
