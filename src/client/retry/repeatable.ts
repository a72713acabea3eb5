/** Whether a body can be sent a second time: all but streams can. */
export function isRepeatable(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return true;
  return !(body instanceof ReadableStream) && !(Symbol.asyncIterator in body);
}
