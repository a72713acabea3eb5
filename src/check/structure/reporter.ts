import { isArray, isObject } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import { nearest } from '../../core/nearest.ts';
import { explained, mostProblems, type BodyPath, type Fix, type Problem } from '../../core/problem.ts';
import { structureMessages } from '../../facts/messages/structure.ts';
import { hasTaggedToolPath } from '../../facts/messages/tools.ts';
import type { Availability } from '../../facts/availability.ts';
import { classify } from './classify.ts';
import type { Classification } from './classify.ts';
import type { Standing, StructureContext } from './standing.ts';
import type { Shape, Type } from './table.ts';
import { described, memberMeaning, whyRequired } from './words.ts';

/** Writes down what the walker finds, with the API's path and sentence. */
export class Reporter {
  readonly problems: Problem[] = [];
  readonly #context: StructureContext;
  readonly #keys: readonly (string | number)[];
  readonly #tags: readonly (string | undefined)[];
  readonly #warned = new Set<Availability>();
  readonly #classes = new Map<string, Classification>();
  readonly #meanings = new Map<Shape, Map<string, string | undefined>>();

  constructor(context: StructureContext, keys: readonly (string | number)[], tags: readonly (string | undefined)[]) {
    this.#context = context;
    this.#keys = keys;
    this.#tags = tags;
  }

  /** Faults of the body's own members are always told: the API may report one of them first. */
  #isFull(depth: number): boolean {
    return this.problems.length >= mostProblems && depth > 1;
  }

  /** Reports the value at a depth. */
  tell(depth: number, message: string, value: unknown, isUnsure = false): void {
    if (this.#isFull(depth)) return;
    const why = value === undefined ? undefined : `Found ${described(value)}.`;
    this.#add(depth, this.#path(depth), message, isUnsure, { why });
  }

  /** Reports a member that the API does not know; `object` is that with the member, where `shape` is known. */
  extra(depth: number, shape?: Shape, object?: JsonObject): void {
    if (this.#isFull(depth)) return;
    const key = String(this.#keys[depth - 1] ?? '');
    const meant = shape && this.#meant(key, shape);
    const isRenamed = meant !== undefined && object?.[meant] === undefined;
    const why = isRenamed
      ? `\`${key}\` is not a member here; did you mean \`${meant}\`?`
      : `\`${key}\` is not a member here${meant === undefined ? '.' : `; \`${meant}\` is, and stands here too.`}`;
    const at = this.#keys.slice(0, depth);
    const fix: Fix = {
      name: 'unknown-fields',
      safe: false,
      does: isRenamed ? `Rename \`${key}\` to \`${meant}\`.` : `Remove \`${key}\`.`,
      edits: [isRenamed ? { kind: 'rename', at, to: meant } : { kind: 'remove', at }],
    };
    // A gateway may have members of its own.
    const isUnsure = depth === 1 && this.#context.platform === 'gateway';
    this.#add(depth, this.#path(depth), structureMessages.extra, isUnsure, { why, fix, keyAt: at });
  }

  /**
   * Reports a member that must be there. Where a misspelled one was found among the problems since `start`, the two are
   * one mistake, and this is what the API reports first.
   */
  missing(depth: number, object: JsonObject, start: number): void {
    const name = String(this.#keys[depth - 1] ?? '');
    const slip = this.problems.findIndex(
      ({ at, fix }, index) =>
        index >= start &&
        at.length === depth &&
        fix?.edits.some((edit) => edit.kind === 'rename' && edit.to === name) === true,
    );
    const key = this.problems[slip]?.at.at(-1);
    if (key !== undefined) {
      this.problems.splice(slip, 1);
      this.#misspelled(depth, name, String(key));
    } else if (!this.#isFull(depth)) {
      const why = whyRequired(name, this.#holder(depth), object);
      this.#add(depth, this.#path(depth), structureMessages.required, false, { why });
    }
  }

  /** Reports that an object lacks the tag which tells what it is; what else it may have is not known then. */
  untagged(depth: number, object: JsonObject): void {
    const name = String(this.#keys[depth - 1] ?? '');
    const slip = nearest(name, Object.keys(object).slice(0, 100));
    if (slip === undefined || this.#isFull(depth)) this.missing(depth, object, this.problems.length);
    else this.#misspelled(depth, name, slip);
  }

  #misspelled(depth: number, name: string, slip: string): void {
    const keyAt = [...this.#keys.slice(0, depth - 1), slip];
    const why = `${memberMeaning(name)}\`${slip}\` is not a member here; did you mean \`${name}\`?`;
    const fix: Fix = {
      name: 'unknown-fields',
      safe: false,
      does: `Rename \`${slip}\` to \`${name}\`.`,
      edits: [{ kind: 'rename', at: keyAt, to: name }],
    };
    this.#add(depth, this.#path(depth), structureMessages.required, false, { why, fix, keyAt });
  }

  /** What the object is that holds the member at a depth, for a reader. */
  #holder(depth: number): string {
    if (depth === 1) return this.#context.kind === 'batch' ? 'A batch' : 'A request';
    const tag = this.#tags[depth - 2];
    return tag === undefined ? `\`${this.#path(depth - 1)}\`` : `A \`${tag}\``;
  }

  /** Reports something that needs a beta value which was not sent, or is not known to have been sent. */
  unavailable(depth: number, message: string, standing: Standing): void {
    if (standing.kind === 'taken' || this.#isFull(depth)) return;
    const { availability } = standing;
    const isUnsure = standing.kind === 'unsure';
    if (isUnsure) {
      if (this.#warned.has(availability)) return;
      this.#warned.add(availability);
    }
    const values = availability.betas.map((beta) => `\`${beta}\``).join(' or ');
    const until = availability.generalSince === undefined ? '' : ` before ${availability.generalSince}`;
    const why = `It needs ${values} in the \`anthropic-beta\` header${until}.`;
    this.#add(depth, this.#path(depth), message, isUnsure, { why });
  }

  /** The member that an unknown key may have meant; asked once, as the same slip stands in many blocks. */
  #meant(key: string, shape: Shape): string | undefined {
    let known = this.#meanings.get(shape);
    if (!known) this.#meanings.set(shape, (known = new Map<string, string | undefined>()));
    if (!known.has(key)) known.set(key, nearest(key.slice(0, 60), shape.members.keys()));
    return known.get(key);
  }

  unknownRole(depth: number, role: string): void {
    if (this.#isFull(depth)) return;
    this.#add(depth, 'messages', structureMessages.unknownRole(role), false);
  }

  /** Reports a value of a wrong type. */
  mismatch(depth: number, type: Type, value: unknown, isOnOffer: (literal: string) => boolean): void {
    if (this.#isFull(depth)) return;
    const { asOf } = this.#context;
    const isNamedUnion = type.isString && type.shape !== undefined;
    const path = this.#path(depth) + (isNamedUnion ? `.${type.shape.name}` : '');
    this.#add(depth, path, this.#expected(type, asOf, isOnOffer), false, { why: `Found ${described(value)}.` });
  }

  #expected(type: Type, asOf: string | undefined, isOnOffer: (literal: string) => boolean): string {
    if (type.union && !type.items) {
      return type.union.key === 'role' ? structureMessages.shape(asOf) : structureMessages.object(asOf);
    }
    if (type.shape && !type.items) {
      return type.shape.get().impliedTag === undefined ? structureMessages.shape(asOf) : structureMessages.object(asOf);
    }
    if (type.items) return structureMessages.array(asOf);
    if (type.literals.length > 0) return structureMessages.oneOf(type.literals.filter(isOnOffer));
    if (type.values) return structureMessages.object(asOf);
    if (type.isInteger) return structureMessages.integer;
    if (type.isNumber) return structureMessages.number;
    if (type.isBoolean) return structureMessages.boolean;
    return structureMessages.string;
  }

  /** Brings what was found in one object, from `start` on, into the order in which its members are judged. */
  sort(start: number, depth: number, shape: Shape): void {
    const order = ({ at }: Problem): number => shape.members.get(String(at[depth]))?.order ?? shape.members.size;
    const sorted = this.problems.slice(start).sort((a, b) => order(a) - order(b));
    this.problems.splice(start, sorted.length, ...sorted);
  }

  /** `depth`: how many keys lead to the value. */
  #add(depth: number, path: string, message: string, isUnsure: boolean, more: More = {}): void {
    const { cause, row } = this.#classOf(depth, path, message);
    const severity = isUnsure ? 'warning' : 'error';
    const phase = depth === 1 && message === structureMessages.extra ? 'unknown-key' : 'schema';
    const at = this.#keys.slice(0, depth);
    const { why, fix, keyAt } = more;
    const problem = { cause, row, severity, phase, path, message, wording: 'api', at } as const;
    this.problems.push(explained(keyAt ? { ...problem, keyAt } : problem, why, fix));
  }

  /** The same fault in another item is of the same class. */
  #classOf(depth: number, path: string, message: string): Classification {
    let id = message;
    for (let step = 0; step < depth; step++) {
      const key = this.#keys[step];
      id += `.${typeof key === 'string' ? key : ''}.${this.#tags[step] ?? ''}`;
    }
    let known = this.#classes.get(id);
    if (!known) this.#classes.set(id, (known = classify(path, message)));
    return known;
  }

  #path(depth: number): string {
    let path = '';
    for (let step = 0; step < depth; step++) {
      path += `${step === 0 ? '' : '.'}${this.#keys[step] ?? ''}`;
      const tag = this.#tags[step];
      // The last tag belongs to the members of the value, not to the value.
      if (tag === undefined || step === depth - 1) continue;
      if (step === 1 && this.#keys[0] === 'tools' && !hasTaggedToolPath(this.#context.asOf)) continue;
      path += `.${tag === 'document' && this.#isPdfAt(step) ? 'pdf' : tag}`;
    }
    return path;
  }

  /** Whether the value that the first keys lead to holds a PDF. */
  #isPdfAt(last: number): boolean {
    let value: unknown = this.#context.body;
    for (let step = 0; step <= last; step++) {
      value = isObject(value) || isArray(value) ? Reflect.get(value, this.#keys[step] ?? '') : undefined;
    }
    const source = isObject(value) ? value.source : undefined;
    return isObject(source) && source.media_type === 'application/pdf';
  }
}

/** What is said of a problem beyond its sentence. */
interface More {
  readonly why?: string | undefined;
  readonly fix?: Fix | undefined;
  readonly keyAt?: BodyPath | undefined;
}
