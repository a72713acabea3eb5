import { examinationMark } from './marks.ts';
import type { Host } from '../operation.ts';
import type { Progress } from './conduct.ts';

/** Shows how a run goes: in a terminal one line that changes, elsewhere a line for each probe that has ended. */
export function progressOn(host: Host): { readonly tell: (progress: Progress) => void; readonly clear: () => void } {
  const running = new Set<string>();
  const clearLine = '\r\u001b[K';
  return {
    tell(progress) {
      const { id } = progress.step.probe;
      if (progress.kind === 'started') running.add(id);
      else running.delete(id);
      if (host.errIsTerminal) {
        const now = [...running].join(', ');
        host.err(`${clearLine}${now === '' ? '' : `Asking: ${now}`.slice(0, Math.max(20, host.columns - 1))}`);
      } else if (progress.kind === 'ended') {
        host.err(`${examinationMark(progress.outcome)} ${id} (${Math.round(progress.tookMs)} ms)\n`);
      }
    },
    clear() {
      if (host.errIsTerminal) host.err(clearLine);
    },
  };
}
