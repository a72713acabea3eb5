import type { Platform } from '../../../core/evidence.ts';
import type { Note, ProbeFinding } from '../../../core/probe.ts';
import { apiKeyLength, formOf, placeholderCredential, type CredentialForm } from '../../../facts/credentials.ts';
import { listed, type Noticed } from '../../noticed.ts';
import { damageOf, undamaged } from './damage.ts';
import type { Variables } from './variables.ts';

type Kind = CredentialForm['kind'];

/** The kinds of credential that belong into a variable; a kind that is not named there never works in it. */
const belongs: Readonly<Record<string, readonly Kind[]>> = {
  ANTHROPIC_API_KEY: ['api-key'],
  // Since 2026-10-21 the API takes keys as bearer tokens too.
  ANTHROPIC_AUTH_TOKEN: ['oauth-token', 'api-key', 'jwt'],
  CLAUDE_CODE_OAUTH_TOKEN: ['oauth-token'],
  AWS_BEARER_TOKEN_BEDROCK: ['bedrock-key'],
};

/** The credential variables that are looked at, in the order of their weight. */
export const credentialVariables = Object.keys(belongs);

/** Looks at the form of every credential that the environment holds; the values never leave this function. */
export function credentialForms(variables: Variables, platform: Platform): Noticed {
  const all = credentialVariables.flatMap((name) => {
    const value = variables[name];
    return value === undefined ? [] : [judge(name, value, platform)];
  });
  return {
    findings: all.flatMap(({ findings = [] }) => findings),
    notes: all.flatMap(({ notes = [] }) => notes),
  };
}

function judge(name: string, value: string, platform: Platform): Noticed {
  if (value.trim() === '') return { notes: [emptyNote(name)] };
  // A gateway hands out keys of any form; only what no header can hold is wrong there.
  const isAnthropics = name !== 'ANTHROPIC_API_KEY' && name !== 'ANTHROPIC_AUTH_TOKEN' ? true : platform === 'direct';
  const damage = damageOf(value);
  const meant = undamaged(value);
  if (isAnthropics && placeholderCredential.test(meant) && !isPlausible(meant)) {
    return { findings: [placeholder(name)] };
  }
  const wrong = isAnthropics ? wrongKind(name, meant) : undefined;
  return {
    findings: [
      ...(damage.length > 0 ? [damaged(name, damage)] : []),
      ...(wrong ? [wrong] : []),
      ...(isAnthropics && !wrong ? wrongLength(name, meant) : []),
    ],
  };
}

function emptyNote(name: string): Note {
  return {
    text: `\`${name}\` is set and empty. The TypeScript SDK takes that for not set; other SDKs take the empty value, and do not look further.`,
    remedy: { action: 'Unset it, or give it a value.', run: `unset ${name}` },
  };
}

/** A whole key can begin by chance like a placeholder; it has more kinds of characters than one. */
function isPlausible(value: string): boolean {
  return formOf(value)?.length === value.length && new Set(value).size > 20;
}

function placeholder(name: string): ProbeFinding {
  return {
    cause: 'api-key-invalid',
    certainty: 'proven',
    saw: `\`${name}\` holds the placeholder of an example or a template, not a credential.`,
    text: 'invalid x-api-key',
    isDecisive: true,
    remedies: [{ action: `Put a key of the Claude Console into \`${name}\`, and restart the program.` }],
  };
}

function damaged(name: string, damage: ReturnType<typeof damageOf>): ProbeFinding {
  const isTrimmed = damage.every(({ effect }) => effect === 'trimmed-by-some');
  const isRefused = damage.some(({ effect }) => effect === 'refused');
  const consequence = isTrimmed
    ? 'The TypeScript SDK trims it; other clients refuse to send it or send it as it is.'
    : isRefused
      ? 'No header can hold that, so a client refuses to send it.'
      : 'A client sends it as it is, and the API does not know the result.';
  return {
    cause: 'api-key-malformed',
    certainty: isTrimmed ? 'likely' : 'proven',
    saw: `The value of \`${name}\` holds ${listed(damage.map(({ what }) => what))}. ${consequence}`,
    isDecisive: !isTrimmed,
    remedies: [
      { action: `Set \`${name}\` anew, to the key alone: without quotes inside the value, blanks or a line break.` },
    ],
  };
}

function wrongKind(name: string, value: string): ProbeFinding | undefined {
  const form = formOf(value);
  if (!form || belongs[name]?.includes(form.kind) !== false) return undefined;
  return {
    cause: 'api-key-wrong-kind',
    certainty: 'proven',
    saw: `\`${name}\` holds ${form.name}, which ${name === 'ANTHROPIC_API_KEY' ? 'the API does not take as an API key' : 'does not belong there'}.`,
    text: `invalid x-api-key (${form.name})`,
    isDecisive: true,
    remedies: form.kind === 'oauth-token' ? [moveToken(name)] : [],
  };
}

function moveToken(name: string): { readonly action: string; readonly run: string } {
  return {
    action: 'Give the token to the variable that sends it as a bearer token.',
    run: `export ANTHROPIC_AUTH_TOKEN="$${name}" && unset ${name}`,
  };
}

function wrongLength(name: string, value: string): readonly ProbeFinding[] {
  const form = formOf(value);
  if (form?.length === undefined) {
    return name === 'ANTHROPIC_API_KEY' && !form ? [unknownForm(name)] : [];
  }
  if (value.length === form.length) return [];
  const isTwice = value.indexOf('sk-ant-', 1) > 0;
  const what = isTwice
    ? 'two keys one after the other'
    : value.length < form.length
      ? `${value.length} characters of a key that has ${apiKeyLength}, so it was cut off`
      : `${value.length} characters where a key has ${apiKeyLength}`;
  return [
    {
      cause: 'api-key-invalid',
      certainty: isTwice ? 'proven' : 'likely',
      saw: `\`${name}\` holds ${what}.`,
      text: `invalid x-api-key: [redacted Anthropic API key, ${value.length} characters]`,
      isDecisive: isTwice,
      remedies: [
        { action: 'Copy the key anew from where it is kept; the Console shows it only once, when it is made.' },
      ],
    },
  ];
}

function unknownForm(name: string): ProbeFinding {
  return {
    cause: 'api-key-malformed',
    certainty: 'likely',
    saw: `The value of \`${name}\` does not begin like a key of the Claude API (\`sk-ant-api\`).`,
    text: 'API key must start with sk-ant',
    isDecisive: false,
  };
}
