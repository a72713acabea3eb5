import { refuseLeaks, refuseWords } from '../../capture/exchange/sanitize.ts';
import { sharedIncident } from '../../capture/exchange/share.ts';
import { withoutCustomSecrets } from '../../capture/output-redaction.ts';
import type { Incident } from '../../core/incident.ts';
import type { CustomSecrets } from '../../redactors/custom.ts';
import type { Share } from '../../redactors/share.ts';
import { incidentHtml } from '../../report/incident-html.ts';
import { incidentCurl, incidentHar, incidentHttp } from '../../report/incident-exports.ts';
import { version } from '../version.ts';

/** The forms that an incident can be given away in. */
export const exportForms = ['har', 'curl', 'http', 'json'] as const;

/** One of `exportForms`, or the page that `open` shows. */
export type ExportForm = (typeof exportForms)[number] | 'html';

const refusal = 'Nothing was exported';

/** An incident as a file to give away, and what was taken out of it. Looked through once more as a whole. */
export function exportIncident(
  incident: Incident,
  form: ExportForm,
  share: Share,
  secrets: CustomSecrets = {},
): { readonly text: string; readonly report: string } {
  const shown = withoutCustomSecrets(secrets)(sharedIncident(incident, share));
  refuseWords(shown, refusal, secrets.words);
  const text = write(shown, form);
  // The names of the variables that curl takes the key from stand where a key would.
  refuseLeaks(text.replaceAll(/(?:Bearer )?\$ANTHROPIC_[A-Z_]+/g, ''), refusal);
  // Escaped, a secret may look like none.
  if (form === 'html') refuseLeaks(JSON.stringify(shown), refusal);
  return { text, report: redactionReport(text) };
}

function write(incident: Incident, form: ExportForm): string {
  switch (form) {
    case 'har':
      return `${JSON.stringify(incidentHar(incident, version()), undefined, 2)}\n`;
    case 'curl':
      return incidentCurl(incident);
    case 'http':
      return incidentHttp(incident);
    case 'html':
      return incidentHtml(incident);
    case 'json':
      return `${JSON.stringify(incident, undefined, 2)}\n`;
  }
}

/** What stands redacted in a text, by kind. */
function redactionReport(text: string): string {
  const counts = new Map<string, number>();
  for (const [, kind = ''] of text.matchAll(/\[redacted ?([\w -]{0,60})/g)) {
    const name = kind.trim() || 'value';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const parts = [...counts].map(([kind, count]) => `${count} ${kind}`);
  return parts.length === 0 ? 'Nothing in it is redacted.\n' : `Redacted in it: ${parts.join(', ')}.\n`;
}
