import type { Platform } from '../../core/evidence.ts';
import { isObject, textOf } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import type { Problem } from '../../core/problem.ts';
import { checkRequest, type RequestOptions } from '../../check/index.ts';
import { checkText } from '../../check/text/body.ts';
import { redactedProblem } from './redacted.ts';
import { answerLines } from '../lines.ts';
import type { Host } from '../operation.ts';

const form = '{"id":"1","body":{...}} or {"id":"1","rawBody":"..."}';
const platforms: readonly Platform[] = ['direct', 'aws', 'bedrock', 'vertex', 'foundry', 'gateway'];

/** Answers recorded requests, one JSON object a line, with `{"id","ok","problems"}` lines. */
export async function checkLines(args: readonly string[], host: Host): Promise<void> {
  await answerLines(args, host, form, (record) => {
    const { body, rawBody } = record;
    if (body === undefined && typeof rawBody !== 'string') return { error: `no body; expected ${form}` };
    const options = optionsOf(record);
    const { ok, problems } = typeof rawBody === 'string' ? checkText(rawBody, options) : checkRequest(body, options);
    return { ok, problems: problems.map(redactedProblem).map(asLine) };
  });
}

function optionsOf(record: Readonly<Record<string, unknown>>): RequestOptions {
  const { endpoint, platform, headers, headersKnown, recorded } = record;
  return present({
    endpoint: textOf(endpoint),
    platform: platforms.find((one) => one === platform),
    headers: isObject(headers)
      ? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
      : undefined,
    headersKnown: headersKnown === true && isObject(headers),
    asOf: textOf(recorded),
  });
}

function asLine({ cause, severity, path, message }: Problem): object {
  return { rule: cause, severity, path, message };
}
