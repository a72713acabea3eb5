import { isObject, numberOf, textOf, type JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { answerProblem } from './answer-problem.ts';
import { addDelta, type StreamedBlock } from './blocks.ts';
import { mayCutLastBlock } from './stop-reason.ts';

/** Faults of one kind repeat with every event; after so many the rest is not told. */
export const mostFaults = 20;

/** Reads the events of one answer in order, and finds where they break the grammar. */
export class StreamGrammar {
  readonly blocks: StreamedBlock[] = [];
  readonly problems: Problem[] = [];
  message: JsonObject | undefined;
  stopReason: string | undefined;
  stopDetails: unknown;
  /** Where the event with the stop reason begins. */
  stopAt = 0;
  isStopped = false;

  /** The block that has started and not stopped. */
  get openBlock(): StreamedBlock | undefined {
    const last = this.blocks.at(-1);
    return last && !last.isStopped ? last : undefined;
  }

  /** Takes the next event; types that are not known are passed over, as the API asks of every client. */
  take(event: JsonObject, at: number): void {
    switch (event.type) {
      case 'message_start':
        return this.#startMessage(event, at);
      case 'content_block_start':
        return this.#startBlock(event, at);
      case 'content_block_delta':
        return this.#addDelta(event, at);
      case 'content_block_stop':
        return this.#stopBlock(event, at);
      case 'message_delta':
        return this.#delta(event, at);
      case 'message_stop':
        return this.#stopMessage(at);
      default:
    }
  }

  #startMessage(event: JsonObject, at: number): void {
    if (this.message) {
      this.#fault(
        at,
        'message-start-twice',
        this.isStopped
          ? 'A second message starts behind the end of the first.'
          : 'A second `message_start` comes before `message_stop`.',
        'Two answers were written into one stream: a retry that was appended, or two requests that share a connection.',
      );
      return;
    }
    this.message = isObject(event.message) ? event.message : {};
    if (!isObject(event.message) || event.message.role !== 'assistant') {
      this.#fault(
        at,
        'message-start-shape',
        '`message_start` holds no message of the role `assistant`.',
        'SDKs build the answer upon it. The API always sends it; a gateway that makes its own events may not.',
      );
    }
  }

  #startBlock(event: JsonObject, at: number): void {
    this.#mustBeInside('content_block_start', at);
    const open = this.openBlock;
    if (open) {
      open.isStopped = true;
      this.#fault(
        at,
        'block-not-stopped',
        `Block ${this.blocks.length} starts before block ${this.blocks.length - 1} has stopped.`,
        'Blocks come one after the other; only the last one may lack its `content_block_stop`.',
      );
    }
    if (event.index !== this.blocks.length) {
      this.#fault(
        at,
        'block-index',
        `Block ${this.blocks.length} starts with the index ${String(event.index)}.`,
        'Indices count up from 0 without gaps; SDKs put deltas together by them.',
      );
    }
    const start = isObject(event.content_block) ? event.content_block : {};
    const type = textOf(start.type);
    if (type === undefined) {
      this.#fault(
        at,
        'block-without-type',
        `Block ${this.blocks.length} starts without a \`content_block\` that has a type.`,
        'The API always says what kind of block begins.',
      );
    }
    this.blocks.push({ type: type ?? '', start, at, texts: [], inputs: [], isStopped: false });
  }

  #addDelta(event: JsonObject, at: number): void {
    this.#mustBeInside('content_block_delta', at);
    const open = this.#openAt(event, at, 'content_block_delta');
    if (!open) return;
    if (!isObject(event.delta)) {
      this.#fault(at, 'delta-missing', 'A `content_block_delta` has no `delta`.', 'The API always sends one.');
    } else if (!addDelta(open, event.delta)) {
      this.#fault(
        at,
        'delta-unfit',
        `A block of the type \`${open.type}\` gets a \`${String(event.delta.type)}\`.`,
        'A delta of this type belongs to another kind of block; the index may be wrong.',
      );
    }
  }

  #stopBlock(event: JsonObject, at: number): void {
    this.#mustBeInside('content_block_stop', at);
    const open = this.#openAt(event, at, 'content_block_stop');
    if (open) open.isStopped = true;
  }

  #delta(event: JsonObject, at: number): void {
    this.#mustBeInside('message_delta', at);
    const delta = isObject(event.delta) ? event.delta : {};
    const reason = textOf(delta.stop_reason);
    if (reason !== undefined) {
      this.stopReason = reason;
      this.stopDetails = delta.stop_details;
      this.stopAt = at;
    }
    const open = this.openBlock;
    if (open && !mayCutLastBlock(delta.stop_reason)) {
      open.isStopped = true;
      this.#fault(
        at,
        'block-not-stopped',
        `The message ends before block ${this.blocks.length - 1} has stopped.`,
        'Only an answer that was cut, such as by `max_tokens`, may lack the last `content_block_stop`.',
      );
    }
  }

  #stopMessage(at: number): void {
    this.#mustBeInside('message_stop', at);
    this.isStopped = true;
    if (this.message && this.stopReason === undefined) {
      this.#fault(
        at,
        'stop-reason-missing',
        '`message_stop` comes without a `message_delta` that gives a stop reason.',
        'Without it nobody can tell a finished answer from a cut one. A gateway that makes its own events may forget it.',
      );
    }
  }

  /** The open block, when an event means it by its index. */
  #openAt(event: JsonObject, at: number, name: string): StreamedBlock | undefined {
    const index = numberOf(event.index);
    const open = this.openBlock;
    if (open && index === this.blocks.length - 1) return open;
    this.#fault(
      at,
      'block-not-open',
      `A \`${name}\` is for block ${String(event.index)}, ${open ? `while block ${this.blocks.length - 1} is open` : 'and no block is open'}.`,
      'An event was lost or reordered on the way; what it carries cannot be placed.',
    );
    return undefined;
  }

  #mustBeInside(name: string, at: number): void {
    if (!this.message) {
      // Told once: without its start every event is out of place.
      this.message = {};
      this.#fault(
        at,
        'event-before-start',
        `\`${name}\` comes before \`message_start\`.`,
        'The beginning of the stream is missing: the record starts late, or a gateway dropped the first event. Older SDKs throw here.',
      );
    } else if (this.isStopped) {
      this.#fault(
        at,
        'event-after-stop',
        `\`${name}\` comes behind \`message_stop\`.`,
        'The answer was complete; what follows belongs to something else.',
      );
    }
  }

  #fault(offset: number, row: string, message: string, why: string): void {
    if (this.problems.length >= mostFaults) return;
    this.problems.push(answerProblem({ cause: 'response-unparsable', row, offset, message, why }));
  }
}
