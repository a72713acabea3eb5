import { isObject, parsedJson } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { answerProblem } from './answer-problem.ts';
import { errorOf, errorProblem } from './error-answer.ts';
import { looksLikeStream } from './events.ts';
import type { StreamGrammar } from './grammar.ts';

/** How the reading of a stream went. */
export interface StreamRead {
  /** Events that have data. */
  readonly count: number;
  readonly problems: readonly Problem[];
  /** An error ended the stream. */
  readonly isBroken: boolean;
  /** Where the last event begins that was read whole. */
  readonly lastAt: number;
  readonly lastType?: string;
}

/** What stands in place of a stream that holds no event. */
export function streamAbsent(text: string): Problem {
  const start = text.trimStart();
  if (start === '') {
    return broken(
      0,
      'stream-empty',
      'The stream is empty.',
      'The connection was closed before the first event. SDKs end without an error here, or say that the request ended without sending any chunks.',
    );
  }
  if (looksLikeStream(start) || 'event: message_start'.startsWith(start)) return beforeStart(text.length);
  const body = start.startsWith('{') ? parsedJson(start) : undefined;
  const error = errorOf(body);
  if (error) return errorProblem(error, 'body', 0);
  if (isObject(body) && body.type === 'message') {
    return absent(
      'A whole answer came in place of an event stream.',
      'The request was sent without `"stream": true`, or a gateway collected the stream; a client that waits for events sees none.',
    );
  }
  if (start.startsWith('<')) {
    return absent(
      'A page of HTML came in place of an event stream.',
      'A proxy, a firewall or a sign-in page answered with status 200. SDKs end without an error here, since the page has no `event:` lines.',
    );
  }
  return absent(
    `${start.startsWith('{') || start.startsWith('[') ? 'JSON' : 'Text'} came in place of an event stream.`,
    'A stream of the API consists of `event:` and `data:` lines.',
  );
}

/** Where and how a stream breaks off; nothing when its end is there. */
export function streamCut(grammar: StreamGrammar, read: StreamRead, length: number): readonly Problem[] {
  if (grammar.isStopped) return [];
  if (!grammar.message) return [beforeStart(length)];
  if (grammar.stopReason !== undefined) {
    return [
      answerProblem({
        cause: 'stream-interrupted',
        row: 'stream-stop-missing',
        severity: 'warning',
        offset: read.lastAt,
        message: `The stream ends without \`message_stop\`, behind the stop reason \`${grammar.stopReason}\`.`,
        why: 'The content is complete in practice. The connection was closed one event early, or the record leaves the last one out.',
      }),
    ];
  }
  const open = grammar.openBlock;
  const where = open
    ? `inside block ${grammar.blocks.length - 1} (\`${open.type}\`)`
    : `behind \`${read.lastType ?? 'message_start'}\``;
  return [
    broken(
      read.lastAt,
      open ? 'stream-inside-block' : 'stream-cut',
      `The stream breaks off ${where}, before \`message_stop\`.`,
      `${
        open && open.inputs.length > 0 ? 'The tool call is incomplete and must not be run. ' : ''
      }Most SDKs end without an error here, so what arrived looks like a finished answer: test for \`message_stop\` or a stop reason, and send the request again.`,
    ),
  ];
}

function beforeStart(length: number): Problem {
  return broken(
    Math.max(0, length - 1),
    'stream-before-start',
    'The stream ends before `message_start`.',
    'No part of the answer arrived. Send the request again.',
  );
}

function broken(offset: number, row: string, message: string, why: string): Problem {
  return answerProblem({ cause: 'stream-interrupted', row, offset, message, why });
}

function absent(message: string, why: string): Problem {
  return answerProblem({ cause: 'response-unparsable', row: 'stream-foreign', offset: 0, message, why });
}
