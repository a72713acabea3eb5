import type { Incident } from '../core/incident.ts';
import { attemptWords, shapeWords, sizeWords, timingWords } from './incident-words.ts';
import { hang } from './layout.ts';
import { verdictText, type TextStyle } from './verdict-text.ts';
import { visible } from './visible.ts';

const label = (text: string): string => `  ${text.padEnd(11)}`;

/** An incident on a screen: the verdict, then what is known of the call. */
export function incidentText(incident: Incident, style: TextStyle): string {
  const { paint, width } = style;
  const { request, response, upstream, timing, attempts, observations, caller } = incident;
  const row = (name: string, text: string | undefined): readonly string[] =>
    text === undefined || text === '' ? [] : hang(label(name), visible(text), width);
  const lines = [
    ...hang('', paint.strong(`${incident.id} · ${incident.at}`), width),
    ...row('Call', `${request.method} ${upstream}${request.path}`),
    ...row(
      'Answer',
      response ? `${response.status} ${response.statusText}, ${sizeWords(response.body.bytes)}` : 'none',
    ),
    ...row('Ending', incident.ending),
    ...row('Request', shapeWords(incident)),
    ...row('Caller', Object.values(caller).join(' ')),
    ...row('Time', timingWords(incident)),
    ...(timing.isConnectionReused ? row('', 'The connection had been used before.') : []),
    ...observations.flatMap((one) => row('Seen', one)),
    ...(attempts.length > 1 ? attempts.flatMap((one, at) => row(`Try ${at + 1}`, attemptWords(one))) : []),
  ];
  return `${verdictText(incident.verdict, style)}\n${lines.join('\n')}\n`;
}
