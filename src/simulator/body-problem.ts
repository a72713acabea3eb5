import type { ErrorAnswer } from '../core/fault.ts';
import { maxBodyBytes } from '../facts/limits.ts';
import type { HttpCall } from './call.ts';

/** A body that the edge refuses before anything of the call is looked at. */
export function sizeProblem({ body }: HttpCall): ErrorAnswer | undefined {
  return body.kind === 'too-large'
    ? { status: 413, type: 'request_too_large', message: 'Request exceeds the maximum size' }
    : undefined;
}

/** What is wrong with the body before it is read as JSON. */
export function bodyProblem({ body, headers }: HttpCall): ErrorAnswer | undefined {
  switch (body.kind) {
    case 'too-large':
      return undefined;
    case 'too-large-after-decoding':
      return {
        status: 413,
        type: 'request_too_large',
        code: 'request_body_too_large_after_decoding',
        message: `The request body is larger than ${maxBodyBytes.direct ?? 0} bytes after decoding.`,
      };
    case 'encoding-invalid':
      return invalidEncoding(
        'request_body_encoding_invalid',
        'The request body is not valid for its Content-Encoding.',
      );
    case 'encoding-unsupported':
      return invalidEncoding(
        'request_body_encoding_unsupported',
        'The Content-Encoding of the request is not supported.',
      );
    case 'text':
      return charsetProblem(headers['content-type']);
  }
}

/** Only these are read; a type that names none is UTF-8. */
const charsets = new Set(['utf-8', 'utf8', 'iso-8859-1', 'us-ascii']);

function charsetProblem(contentType = ''): ErrorAnswer | undefined {
  const charset = /charset="?([^\s;"]+)/i.exec(contentType)?.[1]?.toLowerCase();
  return charset === undefined || charsets.has(charset)
    ? undefined
    : invalidEncoding('unsupported_charset', `The charset ${charset} is not supported.`);
}

function invalidEncoding(code: string, message: string): ErrorAnswer {
  return { status: 400, type: 'invalid_request_error', code, message };
}
