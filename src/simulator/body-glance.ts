/** The model that a body names, seen without parsing it; faults are chosen before a body is known to be JSON. */
export function modelIn(body: string): string | undefined {
  return /"model"\s*:\s*"([^"\\]{1,200})"/.exec(body)?.[1];
}

/** Whether a body asks for a stream, seen without parsing it. */
export function wantsStream(body: string): boolean {
  return /"stream"\s*:\s*true/.test(body);
}
