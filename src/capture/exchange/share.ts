import type { Incident, IncidentBody } from '../../core/incident.ts';
import { parsedJson } from '../../core/json.ts';
import { sharedBody, type Share } from '../../redactors/share.ts';

/** An incident with no more of its bodies than is to be shown; it is a failing call, so that `errors` shows all of it. */
export function sharedIncident(incident: Incident, share: Share): Incident {
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
