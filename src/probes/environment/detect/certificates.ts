import type { ProbeFinding } from '../../../core/probe.ts';
import type { Noticed } from '../../noticed.ts';
import { valueOf, type Variables } from './variables.ts';

/** A file of certificates that a variable names, as it was found; `text` is absent where it cannot be read. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
  readonly text?: string;
}

/** The variables that name a file of authorities, and whether it adds to the runtime's own list or replaces it. */
export const authorityVariables: Readonly<Record<string, 'adds' | 'replaces'>> = {
  NODE_EXTRA_CA_CERTS: 'adds',
  SSL_CERT_FILE: 'replaces',
  REQUESTS_CA_BUNDLE: 'replaces',
  CURL_CA_BUNDLE: 'replaces',
};

/** A list of the public authorities has more certificates than this. */
const fewestOfPublicList = 60;

/** The files that the environment names, by variable. */
export function authorityPaths(variables: Variables): readonly { readonly name: string; readonly path: string }[] {
  return Object.keys(authorityVariables).flatMap((name) => {
    const path = valueOf(variables, name);
    return path === undefined ? [] : [{ name, path }];
  });
}

/** Looks at each file of authorities: that it is there, and holds certificates as text. */
export function authorityFiles(files: readonly NamedFile[]): Noticed {
  return {
    findings: files.flatMap((file) => {
      const fault = faultOf(file);
      return fault ? [fault] : [];
    }),
    notes: files.flatMap((file) => {
      const count = countOf(file.text);
      return authorityVariables[file.name] === 'replaces' && count > 0 && count < fewestOfPublicList
        ? [
            {
              text: `\`${file.name}\` replaces the whole list of authorities by ${count === 1 ? 'one certificate' : `${count} certificates`}: hosts outside that proxy are not trusted any more.`,
              remedy: {
                action: 'Where the API is reached directly, add the public authorities to the file.',
                run: `cat "$(python -m certifi)" company-root.pem > all.pem && export ${file.name}="$PWD/all.pem"`,
              },
            },
          ]
        : [];
    }),
  };
}

function countOf(text = ''): number {
  return text.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----/g)?.length ?? 0;
}

function faultOf({ name, path, isFolder, text }: NamedFile): ProbeFinding | undefined {
  const tell = (what: string, action: string): ProbeFinding => ({
    cause: 'tls-untrusted',
    certainty: 'likely',
    saw: `\`${name}\` names \`${path}\`, ${what}. ${name === 'NODE_EXTRA_CA_CERTS' ? 'Node goes on without it, after one line of warning.' : 'Programs that read it cannot make a TLS connection.'}`,
    text: 'unable to get local issuer certificate',
    isDecisive: false,
    remedies: [{ action }],
  });
  if (/^["']|["']$/.test(path))
    return tell('with quotes that belong to the shell', `Set \`${name}\` without the quotes.`);
  if (/^~|\$\{?\w|%\w+%/.test(path))
    return tell('in which `~` or a variable was left as it is', `Set \`${name}\` to the whole path.`);
  if (isFolder)
    return tell('which is a folder', `Name one file, or use \`SSL_CERT_DIR\` for a folder made by \`c_rehash\`.`);
  if (text === undefined)
    return tell('which is not there or cannot be read', 'Correct the path, or unset the variable.');
  if (countOf(text) > 0) return undefined;
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
    return tell('which holds a private key and no certificate', 'Name the file of the root certificate.');
  return tell(
    'which holds no certificate in PEM form',
    `Convert it: \`openssl x509 -inform der -in ${shown(path)} -out root.pem\`.`,
  );
}

function shown(path: string): string {
  return /\s/.test(path) ? `'${path}'` : path;
}
