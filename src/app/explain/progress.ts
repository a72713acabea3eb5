import type { Host } from '../operation.ts';
import type { Source } from './input.ts';

const firstShownAfterMs = 1000;
const shownEveryMs = 100;

/** A line on standard error that says how far a long reading is; silent without a terminal. */
export function progressOn(
  host: Host,
  source: Source,
): { readonly update: (bytes: number) => void; readonly clear: () => void } {
  const started = host.now();
  let shown = 0;
  return {
    update(bytes) {
      const now = host.now();
      if (!host.errIsTerminal || now - started < firstShownAfterMs || now - shown < shownEveryMs) return;
      shown = now;
      const megabytes = `${Math.round(bytes / 1e6)} MB`;
      const share =
        source.size === undefined
          ? ''
          : ` of ${Math.round(source.size / 1e6)} MB (${Math.round((100 * bytes) / source.size)} %)`;
      host.err(`\r\u001b[KReading ${source.name}: ${megabytes}${share}`);
    },
    clear() {
      if (shown > 0) host.err('\r\u001b[K');
    },
  };
}
