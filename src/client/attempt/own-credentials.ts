import { isCredentialHeader } from '../../redactors/secret-headers.ts';

/** Shorter values are placeholders, and would be found inside ordinary words. */
const shortest = 8;

/**
 * Takes out of a text the credentials that its own request carried, whatever their form: a gateway's key looks like
 * nothing that a redactor knows, and error pages like to repeat headers.
 */
export function withoutOwnCredentials(text: string, headers: Headers): string {
  let clean = text;
  for (const secret of credentialsIn(headers)) {
    for (const written of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]))
      clean = clean.replaceAll(written, '[redacted credential of the request]');
  }
  return clean;
}

function credentialsIn(headers: Headers): readonly string[] {
  return [...headers]
    .filter(([name]) => isCredentialHeader(name))
    .flatMap(([, value]) => {
      const bare = value.replace(/^(?:Bearer|Basic|Token)\s+/i, '');
      return [value, bare, ...(bare.includes('=') ? bare.split(/[;,]\s*|=(?=\S)/) : [])];
    })
    .filter((secret) => secret.length >= shortest)
    .toSorted((a, b) => b.length - a.length);
}
