import type { Recognition, SignHit } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';

/** The recognition that a sign alone gives, with the details to be told. */
export function recognized<D>({ sign, quote }: SignHit, details: D): Recognition<D> {
  return { certainty: sign.certainty ?? 'proven', because: [quote], details };
}

/** Like `recognized`, but lets a bare status count only where the text speaks of Claude. */
export function recognizedFamily<D>(evidence: Evidence, hit: SignHit, details: D): Recognition<D> | undefined {
  const { sign } = hit;
  const isBareStatus =
    sign.code === undefined && sign.type === undefined && sign.says === undefined && sign.pattern === undefined;
  const isElsewhere = evidence.subject === 'other' || evidence.subject === 'unnamed';
  return isBareStatus && isElsewhere ? undefined : recognized(hit, details);
}

/**
 * Like `recognized`, for what a cloud says of every model that it serves: likely at most where the text names neither
 * Claude nor another.
 */
export function recognizedInCloud<D>({ subject }: Evidence, hit: SignHit, details: D): Recognition<D> {
  const found = recognized(hit, details);
  return subject === 'unnamed' && hit.sign.shared === true && found.certainty === 'proven'
    ? { ...found, certainty: 'likely' }
    : found;
}

/**
 * Like `recognized`, for wordings of gateways, which serve many models: likely at most where the text does not name
 * Claude, and nothing where it names another service.
 */
export function recognizedInGateway<D>(evidence: Evidence, hit: SignHit, details: D): Recognition<D> | undefined {
  if (evidence.subject === 'other') return undefined;
  const found = recognized(hit, details);
  return evidence.subject === 'unnamed' && found.certainty === 'proven' ? { ...found, certainty: 'likely' } : found;
}

/** The text that a cause may look through for details. */
export function flatTextOf(evidence: Evidence): string {
  return evidence.reading?.flat ?? evidence.response?.message ?? '';
}
