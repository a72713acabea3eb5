const ownMachine =
  /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|host\.containers\.internal)$/i;
const privateNetwork =
  /^(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|\[?f[cd][\da-f]{2}:[\da-f:]*\]?|\[?fe80:[\da-f:%\w]*\]?|.+\.(?:local|lan|home\.arpa))$/i;

/** Whether a host name or address, IPv6 with or without brackets, leads to the machine itself. */
export function isOwnMachine(host: string): boolean {
  return ownMachine.test(host);
}

/** Whether a host name or address is known on the caller's own network alone (RFC 1918, 4193, 6762, 8375). */
export function isPrivateNetwork(host: string): boolean {
  return privateNetwork.test(host);
}
