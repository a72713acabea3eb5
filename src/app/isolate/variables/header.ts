import { redact } from '../../../redactors/index.ts';
import { isCredentialHeader } from '../../../redactors/secret-headers.ts';
import { withHeader } from '../edits.ts';
import type { Setup } from '../setup.ts';
import { defineVariable, unusable, type Change, type Varied } from '../variable.ts';

/** Headers that belong to the API's own protocol, each with a variable of its own or needed by every call. */
const ownProtocol =
  /^(?:anthropic-(?:version|beta|workspace-id)|content-(?:type|length|encoding)|host|connection|accept(?:-encoding)?)$/;

/** Headers beyond those that every call has. */
export const header = defineVariable({
  name: 'header',
  group: 'profile',
  value: '[NAME[:VALUE]]',
  about: 'a header left out, or with another value; without a name, every extra header out, one by one',
  isUsual: true,
  vary(written, { failing }): Varied {
    if (written === undefined) {
      const extra = extraHeaders(failing);
      return extra.length === 0
        ? {
            kind: 'needless',
            because: 'The request has no header beyond those that every call has, as far as it was captured.',
          }
        : { kind: 'changes', changes: extra.map((name) => without(name, failing)) };
    }
    const [, name = '', value] = /^([\w-]+)(?::\s*(.*))?$/.exec(written) ?? [];
    const lower = name.toLowerCase();
    if (lower === '')
      unusable('header', `${JSON.stringify(written)} is no header.`, 'For example: --vary header=x-team:core.');
    if (isCredentialHeader(lower))
      unusable('header', `\`${lower}\` holds a credential.`, 'Vary the credential with --vary key=env:NAME.');
    if (value !== undefined && redact(value).redactions.length > 0)
      unusable('header', 'The value holds a credential.', 'Vary the credential with --vary key=env:NAME.');
    if (value !== undefined) return { kind: 'changes', changes: [withValue(lower, value, failing)] };
    return lower in failing.request.headers
      ? { kind: 'changes', changes: [without(lower, failing)] }
      : { kind: 'needless', because: `The request has no header \`${lower}\`, as far as it was captured.` };
  },
});

/** What SDKs say of themselves stands in many headers, and is one thing. */
const ofSdk = 'x-stainless-*';

function extraHeaders({ request }: Setup): readonly string[] {
  const names = Object.keys(request.headers).filter((name) => !ownProtocol.test(name) && !isCredentialHeader(name));
  return [...new Set(names.map((name) => (name.startsWith('x-stainless-') ? ofSdk : name)))];
}

function without(name: string, { request }: Setup): Change {
  const failing = request.headers[name];
  const names = name === ofSdk ? Object.keys(request.headers).filter((one) => one.startsWith('x-stainless-')) : [name];
  return {
    ...common(name),
    what: `without the header${names.length > 1 ? 's' : ''} \`${name}\``,
    ...(failing === undefined ? {} : { failing }),
    apply: (setup) => names.reduce((all, one) => withHeader(all, one, ''), setup),
  };
}

function withValue(name: string, value: string, { request }: Setup): Change {
  const failing = request.headers[name];
  return {
    ...common(name),
    what: `the header \`${name}: ${value}\`${failing === undefined ? '' : ` in place of \`${failing}\``}`,
    changed: value,
    ...(failing === undefined ? {} : { failing }),
    apply: (setup) => withHeader(setup, name, value),
  };
}

function common(name: string): Omit<Change, 'what' | 'apply'> {
  return {
    id: `header ${name}`,
    variable: 'header',
    group: 'profile',
    name: `the header \`${name}\``,
    remedy:
      'Find who sets this header (default headers of the client, ANTHROPIC_CUSTOM_HEADERS, a gateway), and change it there.',
    reach: 'request',
  };
}
