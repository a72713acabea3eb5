import { FaultlineError } from '../../core/error.ts';
import { isObject, parsedJson } from '../../core/json.ts';
import type { FailingRequest } from '../../core/probe.ts';
import { findIn } from '../check/found.ts';
import { lookUp } from '../files.ts';
import { isIncidentId } from '../incidents/id.ts';
import type { Host } from '../operation.ts';

/** The first request in a file of any kind that `faultline check` reads. */
export async function requestIn(file: string, host: Host): Promise<FailingRequest> {
  if (file !== '-' && !isIncidentId(file) && lookUp(file, host).kind === 'nothing') {
    throw new FaultlineError(
      'input-missing',
      `There is no file ${file}.`,
      'Give the path of the request that fails: --request request.json.',
    );
  }
  const captures = (await findIn([file], host)).flatMap((one) => one.captures);
  const found = captures.find(({ kind }) => kind === 'request');
  if (!found) {
    throw new FaultlineError('no-request', `${file} holds answers and no request.`, 'Give the request that fails.');
  }
  const body = parsedJson(found.text);
  if (!isObject(body)) {
    throw new FaultlineError(
      'request-unreadable',
      `The request in ${file} is not a JSON object.`,
      `\`faultline check ${file}\` says where it breaks off, and can repair it.`,
    );
  }
  return { body, text: found.text, headers: found.headers ?? {} };
}
