const credential =
  /^(?:cookie|set-cookie|.*(?:^|-)(?:api-?key|access-key|virtual-key|subscription-key|auth|authorization|token|secret|password))$/i;
const person = /^(?:x-forwarded-for|x-real-ip|cf-connecting-ip|true-client-ip|proxy-authenticate)$/i;

/**
 * Whether the value of a header is a credential, whatever it looks like. Gateways have names of their own
 * (`helicone-auth`, `cf-aig-authorization`, `x-portkey-virtual-key`), so it is the ending that tells.
 */
export function isCredentialHeader(name: string): boolean {
  return credential.test(name);
}

/** Whether the value of a header is a credential or tells of a person. */
export function isSecretHeader(name: string): boolean {
  return isCredentialHeader(name) || person.test(name);
}
