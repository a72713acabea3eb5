import type { LogEntry } from '../../simulator/index.ts';

/** One call as a line: when, what, how it ended, and the fault that was done to it. */
export function callLine({ at, method, path, status, requestId, model, fault }: LogEntry): string {
  const parts = [
    new Date(at).toISOString().slice(11, 23),
    String(status),
    `${method} ${path}`,
    ...(model === undefined ? [] : [model]),
    requestId,
    ...(fault === undefined ? [] : [`fault: ${fault}`]),
  ];
  return `${parts.join('  ')}\n`;
}
