import { refuseLeaks } from '../../capture/exchange/sanitize.ts';
import type { Incident, IncidentBody } from '../../core/incident.ts';
import { parsedJson } from '../../core/json.ts';
import { sharedBody, type Share } from '../../redactors/share.ts';
import { incidentHtml } from '../../report/incident-html.ts';
import { incidentCurl, incidentHar, incidentHttp } from '../../report/incident-exports.ts';
import { version } from '../version.ts';

/** The forms that an incident can be given away in. */
export const exportForms = ['har', 'curl', 'http', 'json'] as const;

/** One of `exportForms`, or the page that `open` shows. */
export type ExportForm = (typeof exportForms)[number] | 'html';

/** An incident as a file to give away, and what was taken out of it. Looked through once more as a whole. */
export function exportIncident(
  incident: Incident,
  form: ExportForm,
  share: Share,
): { readonly text: string; readonly report: string } {
  const shown = shared(incident, share);
  const text = write(shown, form);
  // The names of the variables that curl takes the key from stand where a key would.
  refuseLeaks(text.replaceAll(/(?:Bearer )?\$ANTHROPIC_[A-Z_]+/g, ''), 'Nothing was exported');
  // Escaped, a secret may look like none.
  if (form === 'html') refuseLeaks(JSON.stringify(shown), 'Nothing was exported');
  return { text, report: redactionReport(text) };
}

/** With no more of its bodies than is to be shown; an incident is a failing call, so that `errors` shows all of it. */
function shared(incident: Incident, share: Share): Incident {
  if (share !== 'shape') return incident;
  const { request, response } = incident;
  return {
    ...incident,
    request: { ...request, body: shapeOnly(request.body) },
    ...(response ? { response: { ...response, body: shapeOnly(response.body) } } : {}),
  };
}

/** The structure of a JSON body; of any other, its length alone. */
function shapeOnly({ bytes, text }: IncidentBody): IncidentBody {
  const value = text === undefined ? undefined : parsedJson(text);
  return { bytes, ...(value === undefined ? {} : { text: JSON.stringify(sharedBody(value, 'shape', true)) }) };
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
