import { isCredentialHeader } from './secret-headers.ts';

/** Shorter values are placeholders, and would be found inside ordinary words. */
const shortest = 8;

/**
 * The credentials that a request carries, whatever their form, the longest first: those in its headers, and the values
 * of `parameters`, which the caller knows to be such.
 */
export function credentialsIn(
  headers: Iterable<readonly [name: string, value: string]>,
  parameters: readonly string[] = [],
): readonly string[] {
  const all = [...headers];
  const names = all.map(([name]) => name.toLowerCase());
  const values = [
    ...all.filter(([name]) => isCredentialHeader(name)).flatMap(([, value]) => partsOf(value)),
    ...parameters,
  ]
    .filter((secret) => secret.length >= shortest)
    // A signature lists the names of the headers that it covers, and a placeholder may be the name of the service.
    .filter((secret) => !names.some((name) => name.includes(secret.toLowerCase())));
  return [...new Set(values)].toSorted((a, b) => b.length - a.length);
}

/** A value with and without its scheme, and what each of several members of it says, such as the cookies of one header. */
function partsOf(value: string): readonly string[] {
  const bare = value.replace(/^(?:Bearer|Basic|Token)\s+/i, '');
  if (!bare.includes('=')) return [value, bare];
  const members = bare
    .split(/[;,]\s*/)
    .map((member) => member.replace(/^[^=]*=(?=[^=])/, '').replace(/^"(.*)"$/, '$1'));
  return [value, bare, ...members];
}

/**
 * Takes out of a text the credentials that its own request carried: a gateway's key looks like nothing that a redactor
 * knows, and error pages like to repeat headers.
 */
export function withoutOwnCredentials(text: string, secrets: readonly string[]): string {
  if (secrets.length === 0) return text;
  const forms = secrets.flatMap((secret) => [secret, inUrl(secret), JSON.stringify(secret).slice(1, -1)]);
  const pattern = [...new Set(forms)].toSorted((a, b) => b.length - a.length).map(literal);
  return text.replaceAll(new RegExp(pattern.join('|'), 'gi'), '[redacted credential of the request]');
}

/** Half a character, which a HAR may hold, has no form in a URL. */
function inUrl(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\u{fffd}'));
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
