import { defineNamedRedactor, type NamedValue } from '../redactor.ts';
import { entropyOf, isPlaceholder, isPublicId, isUuid, looksRandom } from '../values.ts';

const notSecret =
  /tokens$|token_(?:count|limit|type|usage|budget|ids?|url|uri|endpoint|name|expir|efficient)|_tokens_|tokenizer|secret_(?:name|id|arn|version)|password_(?:field|policy|reset|hint|length|min|max)|_key_(?:id|name|type|length|helper)|key_(?:id|name|type)|cookie_(?:name|policy|consent|domain|path)|(?:public|primary|foreign|partition|sort|cache|idempotency|object|prompt_cache)_?key|page_token|cursor/;

const secretName =
  /(?:^|_)pat$|secret|token|authorization|credential|assertion|(?:api|auth|access|private|signing|encryption|master|session|webhook|service|license)_?key/;

/** Secrets in headers, members, variables and parameters, known by their name. */
export const namedSecrets = [
  defineNamedRedactor({
    kind: 'cookie',
    name: (name) => /^(?:set_)?cookie2?$|_cookies?$|^(?:http_)?cookie$/.test(name),
    accept: (value, { by }) => by !== 'prose' && value.length >= 6 && value.includes('=') && !isPlaceholder(value),
    toLineEnd: true,
  }),
  defineNamedRedactor({
    kind: 'credential header',
    name: (name) =>
      /authorization$|(?:^|_)api_key$|^x_auth|subscription_key$|private_token$|vault_token$|(?:access|auth|csrf|xsrf)_token$|access_client_secret$/.test(
        name,
      ) && !/^[a-z]+(?:[A-Z]|_)api_key$/.test(name),
    accept: (value, found) =>
      (found.name.includes('authorization') || found.by !== 'prose') &&
      found.by !== 'prose' &&
      value.length >= 6 &&
      !isPlaceholder(value) &&
      !/^(?:header|bearer|basic|token|and|or|the|key|is|was|api)\b/i.test(value) &&
      !isProse(value) &&
      (found.by === 'sign' || hasDigitOrSign(value)) &&
      !isCode(value),
  }),
  defineNamedRedactor({
    kind: 'secret in a query',
    name: (name) =>
      /^(?:api_?key|key|access_token|id_token|refresh_token|token|x_amz_signature|x_amz_security_token|x_goog_signature|signature|sig|client_secret|secret|password|code|assertion|auth)$/.test(
        name,
      ),
    accept: (value, { by, name }) =>
      by === 'query' && value.length >= 8 && (name !== 'code' || looksRandom(value)) && !isPlaceholder(value),
  }),
  defineNamedRedactor({
    kind: 'assigned secret',
    name: (name) =>
      /pass(?:word|wd|phrase|code)s?(?:_?(?:value|prod|dev|test|staging|[\da-z]))?$|(?:^|_)pwd$/.test(name) &&
      !notSecret.test(name),
    accept: (value, found) => !isPlaceholder(value) && isPassword(value, found),
  }),
  defineNamedRedactor({
    kind: 'assigned secret',
    name: (name) => secretName.test(name) && !notSecret.test(name),
    accept: (value, found) =>
      found.by !== 'prose' &&
      value.length >= 8 &&
      !isPlaceholder(value) &&
      (!isPublicId(value) || (found.by === 'sign' && isKeyOfService(found.name, value))) &&
      !isProse(value) &&
      !isCode(value) &&
      hasDigitOrSign(value),
  }),
  defineNamedRedactor({
    kind: 'assigned secret',
    name: (name) =>
      /(?:_|^)(?:key|salt|auth|_auth|authtoken)$|key$/.test(name) &&
      !notSecret.test(name) &&
      !/monkey|turkey|hotkey|keyword/.test(name),
    accept: (value, found) =>
      found.by === 'sign' &&
      value.length >= 20 &&
      !isPlaceholder(value) &&
      looksRandom(value) &&
      !/[:/.]{2}|\/.*\//.test(value) &&
      entropyOf(value) > 3.6,
  }),
];

/** Services give out UUIDs as keys too; one is a secret where its name says nothing else. */
function isKeyOfService(name: string, value: string): boolean {
  return (
    isUuid(value) && /(?:api|access|secret|private|service|master)_?key$|(?:^|_)(?:api_)?(?:token|secret)$/.test(name)
  );
}

function hasDigitOrSign(value: string): boolean {
  return /\d/.test(value) || /[^\w.[(\s-]/.test(value);
}

function isProse(value: string): boolean {
  return /\s/.test(value) && /^[\w'`",.:;?!()\s-]*$/.test(value) && value.split(/\s+/).length > 2;
}

/** Calls and lookups that only name where the secret is. */
function isCode(value: string): boolean {
  return /^[\w.$]+[([]|^[\w$]+\.[\w$.]+$/.test(value) && !/^\w{20,}\./.test(value);
}

function isPassword(value: string, { isQuoted, by, name }: NamedValue): boolean {
  if (isProse(value) || isCode(value)) return false;
  if (by === 'prose') return value.length >= 6 && /\d/.test(value);
  if (isQuoted && name.endsWith('password'))
    return value.length >= 4 && !/\s/.test(value) && (value.length >= 6 || hasDigitOrSign(value));
  return value.length >= 6 && hasDigitOrSign(value);
}
