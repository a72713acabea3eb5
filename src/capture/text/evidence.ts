import type { Evidence, ResponsePart } from '../../core/evidence.ts';
import { present } from '../../core/present.ts';
import type { Reading } from '../../core/reading.ts';
import { errorBodyOf } from './error-body.ts';
import { withoutNames } from './folders.ts';
import { headersOf } from './headers.ts';
import { withoutMentions } from './mentions.ts';
import { networkOf } from './network.ts';
import { readText } from './read.ts';
import { statusOf } from './status.ts';
import { stopReasonOf, streamOf } from './stream.ts';
import { subjectOf } from './subject.ts';
import { clientOf, gatewayOf, modelOf, platformOf, timestampOf } from './surroundings.ts';

/** Reads whatever a user pasted into evidence; never throws, whatever the text is. */
export function evidenceOf(text: string): Evidence {
  const reading = readText(withoutMentions(text));
  const { flat } = reading;
  const told = withoutNames(flat);
  const response = responseOf(reading);
  const network = networkOf(flat);
  const platform = platformOf(told);
  const model = modelOf(told);
  return present({
    reading,
    response,
    client: clientOf(flat),
    network,
    stream: streamOf(flat),
    platform,
    gateway: gatewayOf(flat),
    model,
    timestamp: timestampOf(flat),
    subject: subjectOf(told, {
      errorType: response?.errorType,
      isAnswered: response?.message !== undefined,
      model,
      network,
      platform,
    }),
  });
}

function responseOf({ raw, flat }: Reading): ResponsePart | undefined {
  const body = errorBodyOf(flat, raw);
  const headers = headersOf(flat);
  const headerId = headers?.['request-id'];
  const response: ResponsePart = {
    ...body,
    ...present({
      status: statusOf(flat),
      headers,
      requestId: body.requestId ?? headerId,
      stopReason: stopReasonOf(flat),
      bodyKind: /<!doctype html|<html[\s>]/i.test(flat) ? ('html' as const) : undefined,
    }),
  };
  return Object.keys(response).length === 0 ? undefined : response;
}
