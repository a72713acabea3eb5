import { readFileSync } from 'node:fs';
import tls, { rootCertificates } from 'node:tls';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables by which users name more authorities: Node's own, those of OpenSSL, of Python and of curl. */
const variables = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'];

/**
 * The certificate authorities that the user's programs would trust; `undefined` where those of Node are all. A file
 * that cannot be read is passed over, as the program would do.
 */
export function authoritiesOf(env: Environment): readonly string[] | undefined {
  const more = variables.flatMap((name) => {
    const path = env[name];
    if (path === undefined || path === '') return [];
    try {
      return [readFileSync(path, 'utf8')];
    } catch {
      return [];
    }
  });
  if (more.length === 0) return undefined;
  // The list that holds the system's and the extra ones came with Node 22.15.
  const known = 'getCACertificates' in tls ? tls.getCACertificates('default') : rootCertificates;
  return [...known, ...more];
}
