/** Whether blocks of a type hold thinking. */
export function isThinking(type: string): boolean {
  return type === 'thinking' || type === 'redacted_thinking';
}
