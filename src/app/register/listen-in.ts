/** Hears what a method is called with; what it throws is lost, and the call goes on. */
export interface MethodListener {
  readonly before?: (args: readonly unknown[]) => void;
  readonly after?: (args: readonly unknown[]) => void;
}

/**
 * Has a method of one object tell what it is called with, and do what it always does. The result takes that back, unless
 * somebody else has put a method of his own in its place meanwhile.
 */
export function listenIn(object: object, name: string, { before, after }: MethodListener): () => void {
  const method: unknown = Reflect.get(object, name);
  if (typeof method !== 'function') return () => {};
  const own = Reflect.getOwnPropertyDescriptor(object, name);
  const listening = function listening(this: unknown, ...args: readonly unknown[]): unknown {
    quietly(before, args);
    const result: unknown = Reflect.apply(method, this, args);
    quietly(after, args);
    return result;
  };
  Reflect.defineProperty(object, name, { value: listening, configurable: true, writable: true });
  return () => {
    if (Reflect.get(object, name) !== listening) return;
    if (own) Reflect.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  };
}

function quietly(listener: MethodListener['before'], args: readonly unknown[]): void {
  try {
    listener?.(args);
  } catch {
    // The call goes on without a record.
  }
}
