import { FaultlineError } from '../../core/error.ts';
import type { Incident } from '../../core/incident.ts';
import { redact } from '../../redactors/index.ts';
import { incidentCurl, incidentHar, incidentHttp } from '../../report/incident-exports.ts';
import { version } from '../version.ts';

/** The forms that an incident can be given away in. */
export const exportForms = ['har', 'curl', 'http', 'json'] as const;

/** One of `exportForms`. */
export type ExportForm = (typeof exportForms)[number];

/** An incident as a file to give away, and what was taken out of it. Looked through once more as a whole. */
export function exportIncident(
  incident: Incident,
  form: ExportForm,
): { readonly text: string; readonly report: string } {
  const text = write(incident, form);
  // The names of the variables that curl takes the key from stand where a key would.
  const [left] = redact(text.replaceAll(/(?:Bearer )?\$ANTHROPIC_[A-Z_]+/g, '')).redactions;
  if (left) {
    throw new FaultlineError(
      'secret-left',
      `Nothing was exported: at character ${left.at} stands what looks like a secret (${left.kind}).`,
      'Please report which kind of text it was. `faultline incidents show` prints the verdict.',
    );
  }
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
