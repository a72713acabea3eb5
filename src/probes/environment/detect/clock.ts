import type { Noticed } from '../../noticed.ts';

const minuteMs = 60_000;
/** AWS refuses signatures that are older; Google and identity tokens leave about as much. */
const signatureToleranceMs = 5 * minuteMs;
/** Beyond it, certificates that are valid begin to look as if they were not. */
const certificateToleranceMs = 24 * 60 * minuteMs;
const worthTellingMs = minuteMs;

/** Compares this machine's clock with the `Date` of an answer, both in milliseconds since 1970. */
export function clockSkew(hereMs: number, thereMs: number): Noticed {
  const aheadMs = hereMs - thereMs;
  const off = Math.abs(aheadMs);
  if (off < worthTellingMs) return {};
  const saw = `The clock of this machine is ${spoken(off)} ${aheadMs > 0 ? 'ahead of' : 'behind'} the time that the server names.`;
  if (off < signatureToleranceMs) return { notes: [{ text: saw }] };
  return {
    findings: [
      {
        cause: 'clock-skew',
        certainty: off >= certificateToleranceMs ? 'likely' : 'possible',
        saw: `${saw} ${
          off >= certificateToleranceMs
            ? 'By such a clock valid certificates seem expired or not yet valid.'
            : 'AWS refuses signatures, and the API identity tokens, that are so far off.'
        }`,
        text: 'certificate is not yet valid',
        isDecisive: false,
      },
    ],
  };
}

function spoken(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  if (minutes < 120) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
