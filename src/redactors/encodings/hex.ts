const leastHex = 32;

/** Whether a run is made of pairs of hexadecimal digits. */
export function isHex(digits: string): boolean {
  return (
    digits.length >= leastHex && digits.length % 2 === 0 && (/^[\da-f]+$/.test(digits) || /^[\dA-F]+$/.test(digits))
  );
}

/** The bytes, each as one character. */
export function textOfHex(digits: string): string {
  let text = '';
  for (let at = 0; at < digits.length; at += 2)
    text += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2), 16));
  return text;
}
