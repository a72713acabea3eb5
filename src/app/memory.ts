import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the memory of a long run flat, for commands to which the whole process belongs and whose objects do not outlive
 * the piece or the call that they are of: room for more young objects would only hold dead ones.
 */
export function keepMemoryFlat(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
