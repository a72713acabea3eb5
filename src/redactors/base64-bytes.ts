/** The bytes that base64 of either alphabet says, each as one character; undefined where it is none. */
export function bytesOfBase64(digits: string): string | undefined {
  const plain = /[-_]/.test(digits) ? digits.replaceAll('-', '+').replaceAll('_', '/') : digits;
  try {
    return atob(plain.length % 4 === 1 ? plain.slice(0, -1) : plain);
  } catch {
    return undefined;
  }
}
