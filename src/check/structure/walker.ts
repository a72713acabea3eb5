import { isArray, isObject } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import { structureMessages } from '../../facts/messages/structure.ts';
import type { StructureReport } from '../../core/view.ts';
import { isIdentifier } from '../identifier.ts';
import { StringSurvey } from '../survey.ts';
import { breaksLimit } from './limits.ts';
import { Reporter } from './reporter.ts';
import type { Standing, StructureContext } from './standing.ts';
import { Standings } from './standing.ts';
import type { Alternative, Member, Shape, Type, Union } from './table.ts';

/**
 * Holds a body against the shapes in one walk. The way to the value in hand is kept in two stacks, so that nothing is
 * allocated until something is wrong; the depth is that of the shapes, whatever the body nests in its open parts. Every
 * string is surveyed once: where the walk goes no further, the survey goes on alone.
 */
export class Walker {
  readonly #context: StructureContext;
  readonly #standings: Standings;
  readonly #reporter: Reporter;
  readonly #survey = new StringSurvey();
  /** Keys and indices from the root to the value in hand. */
  readonly #keys: (string | number)[] = [];
  /** The tag that the API writes after the key of the same depth. */
  readonly #tags: (string | undefined)[] = [];

  constructor(context: StructureContext) {
    this.#context = context;
    this.#standings = new Standings(context);
    this.#reporter = new Reporter(context, this.#keys, this.#tags);
  }

  /** Everything that does not fit, in the order of the members of the shapes. */
  walk(shape: Shape): StructureReport {
    this.#object(shape, this.#context.body, 0);
    return { problems: this.#reporter.problems, survey: this.#survey };
  }

  #object(shape: Shape, object: JsonObject, depth: number): void {
    const { problems } = this.#reporter;
    const { members } = shape;
    const before = problems.length;
    let left = shape.required.length;
    for (const key in object) {
      const value = object[key];
      if (value === undefined) continue;
      const member = members.get(key);
      if (member === undefined) {
        this.#keys[depth] = key;
        this.#survey.json(value);
        if (!shape.isOpen) this.#reporter.extra(depth + 1, shape, object);
        continue;
      }
      if (member.isRequired) left -= 1;
      if (typeof value === 'string') {
        if (value === member.only) continue;
        if (member.isText) {
          this.#survey.text(value);
          continue;
        }
      }
      this.#keys[depth] = key;
      if (!member.isGuarded) this.#value(member.type, value, depth + 1);
      else this.#guarded(member, value, depth + 1);
    }
    if (left > 0) this.#required(shape, object, depth, before);
    if (problems.length > before + 1) this.#reporter.sort(before, depth, shape);
  }

  /** A member whose type is not all that is to be judged. */
  #guarded(member: Member, value: unknown, depth: number): void {
    // The ids of calls and results: where one is sound, nothing else is to be asked of it.
    if (member.isIdentifier && typeof value === 'string' && isIdentifier(value)) {
      this.#survey.characters += value.length;
      return;
    }
    if (this.#takes(member, depth)) this.#value(member.type, value, depth);
    else this.#survey.json(value);
    if (member.limit === undefined) return;
    const broken = breaksLimit(member.limit, value, member.name, this.#context.asOf);
    if (broken) this.#reporter.tell(depth, broken.message, value, broken.isUnsure);
  }

  /** Whether the object has the only tag that there is; reports what it has instead. */
  #isImplied(tag: string, object: JsonObject, depth: number): boolean {
    if (object['type'] === tag) return true;
    this.#keys[depth] = 'type';
    if (object['type'] === undefined) this.#reporter.untagged(depth + 1, object);
    else this.#reporter.tell(depth + 1, structureMessages.oneOf([tag]), object['type']);
    return false;
  }

  /** Whether the API takes a member in this request at all; reports it when not. */
  #takes(member: Member, depth: number): boolean {
    if (member.beyond && !this.#standings.isTaken(member.beyond)) {
      this.#reporter.extra(depth);
      return false;
    }
    if (!member.availability) return true;
    const standing = this.#standings.of(member.availability);
    if (standing.kind === 'taken') return true;
    this.#reporter.unavailable(depth, structureMessages.extra, standing);
    return standing.kind === 'unsure';
  }

  #required(shape: Shape, object: JsonObject, depth: number, start: number): void {
    for (const { name, optionalUnder } of shape.required) {
      if (object[name] !== undefined) continue;
      if (depth === 0 && name === 'model' && this.#standings.isModelElsewhere()) continue;
      if (optionalUnder && this.#standings.of(optionalUnder).kind !== 'refused') continue;
      this.#keys[depth] = name;
      this.#reporter.missing(depth + 1, object, start);
    }
  }

  #value(type: Type, value: unknown, depth: number): void {
    if (type.isUnknown) {
      this.#survey.json(value);
      return;
    }
    switch (typeof value) {
      case 'string':
        this.#survey.text(value);
        if (type.isString) return;
        if (type.literals.includes(value)) {
          if (type.availability) this.#literal(type, value, depth);
          return;
        }
        break;
      case 'number':
        if (type.isNumber || (type.isInteger && Number.isInteger(value))) return;
        break;
      case 'boolean':
        if (type.isBoolean) return;
        break;
      case 'object':
        if (value === null ? type.isNull : this.#inside(type, value, depth)) return;
        break;
      default:
    }
    this.#reporter.mismatch(depth, type, value, (literal) => this.#isOnOffer(type, literal));
  }

  /** Walks into a list or an object; false where the type takes none. */
  #inside(type: Type, value: object, depth: number): boolean {
    if (isArray(value)) {
      if (type.items) {
        this.#items(type.items, value, depth);
        return true;
      }
    } else if (isObject(value)) {
      if (type.union) {
        this.#tagged(type.union, value, depth);
        return true;
      }
      if (type.shape) {
        this.#within(type.isString ? type.shape.name : undefined, type.shape.get(), value, depth);
        return true;
      }
      if (type.values) {
        this.#values(type.values, value, depth);
        return true;
      }
    }
    this.#survey.json(value);
    return false;
  }

  /** Walks into an object behind a tag, which stands in the paths of its members only. */
  #within(tag: string | undefined, shape: Shape, object: JsonObject, depth: number): void {
    const name = shape.impliedTag ?? tag;
    if (shape.impliedTag !== undefined && !this.#isImplied(shape.impliedTag, object, depth)) {
      this.#survey.json(object);
      return;
    }
    this.#tags[depth - 1] = name;
    this.#object(shape, object, depth);
    this.#tags[depth - 1] = undefined;
  }

  #items(type: Type, items: readonly unknown[], depth: number): void {
    for (let index = 0; index < items.length; index++) {
      this.#keys[depth] = index;
      this.#value(type, items[index], depth + 1);
    }
  }

  #values(type: Type, object: JsonObject, depth: number): void {
    for (const key in object) {
      this.#keys[depth] = key;
      this.#value(type, object[key], depth + 1);
    }
  }

  #tagged(union: Union, object: JsonObject, depth: number): void {
    // Named, not by key: this is read for every message and block.
    const written = (union.key === 'type' ? object.type : object.role) ?? union.fallback;
    const alternative = typeof written === 'string' ? union.alternatives.get(written) : undefined;
    if (!alternative) {
      this.#untold(union, object, depth);
      this.#survey.json(object);
      return;
    }
    if (alternative.availability) {
      const standing = this.#standings.of(alternative.availability);
      if (standing.kind !== 'taken') {
        this.#reporter.unavailable(depth, this.#unknownTag(union, alternative.tag), standing);
        if (standing.kind === 'refused') {
          this.#survey.json(object);
          return;
        }
      }
    }
    this.#within(union.key === 'type' ? alternative.tag : undefined, alternative.shape.get(), object, depth);
  }

  /** An object of a union whose tag is missing or not known. */
  #untold(union: Union, object: JsonObject, depth: number): void {
    const written = object[union.key];
    this.#keys[depth] = union.key;
    const whole = union.key === 'type' ? structureMessages.tagMissing(this.#context.asOf) : undefined;
    if (written === undefined && whole !== undefined) this.#reporter.tell(depth, whole, object);
    else if (written === undefined) this.#reporter.untagged(depth + 1, object);
    else if (union.key === 'type') {
      const tag = typeof written === 'string' ? written : JSON.stringify(written);
      this.#reporter.tell(depth, this.#unknownTag(union, tag), written);
    } else if (typeof written === 'string') this.#reporter.unknownRole(depth + 1, written);
    else this.#reporter.tell(depth + 1, structureMessages.string, written);
  }

  #literal(type: Type, literal: string, depth: number): void {
    const needed = type.availability?.get(literal);
    const standing = needed && this.#standings.of(needed);
    if (!standing || standing.kind === 'taken') return;
    const offered = type.literals.filter((one) => this.#isOnOffer(type, one));
    this.#reporter.unavailable(depth, structureMessages.oneOf(offered), standing);
  }

  #isOnOffer(type: Type, literal: string): boolean {
    const needed = type.availability?.get(literal);
    return !needed || this.#standings.of(needed).kind === 'taken';
  }

  #unknownTag(union: Union, tag: string): string {
    const offered: string[] = [];
    for (const one of union.alternatives.values()) if (this.#isOffered(one)) offered.push(one.tag);
    return structureMessages.unknownTag(tag, union.isSorted ? offered.toSorted() : offered);
  }

  #isOffered({ tag, availability }: Alternative): boolean {
    if (!this.#standings.isOutBy(tag)) return false;
    const standing: Standing | undefined = availability && this.#standings.of(availability);
    return !standing || standing.kind === 'taken';
  }
}
