/** Deltas and blocks whose text is what the model wrote. */
const streamedText =
  /("type"\s*:\s*"(?:text_delta|thinking_delta|input_json_delta)"\s*,\s*"(?:text|thinking|partial_json)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;

/**
 * Takes out of a successful answer what the model wrote: it may speak of errors, and is none. An answer is a body of
 * type `message`, or an event stream; anything else is returned as it is.
 */
export function withoutModelText(text: string): string {
  if (/^\s*(?:event|data):/.test(text)) return text.replace(streamedText, '$1"…"');
  if (!/^\s*\{/.test(text) || !/"type"\s*:\s*"message"/.test(text)) return text;
  try {
    const parsed: unknown = JSON.parse(text, blanked);
    return JSON.stringify(parsed);
  } catch {
    return text;
  }
}

function blanked(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return value;
  return key === 'text' || key === 'thinking' || key === 'cited_text' ? '…' : value;
}
