/** Deltas and blocks whose text is what the model wrote. */
const streamedText =
  /("type"\s*:\s*"(?:text_delta|thinking_delta|input_json_delta)"\s*,\s*"(?:text|thinking|partial_json)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;

/** The blocks of an answer whose text is what the model wrote. */
const blockText = /("type"\s*:\s*"(?:text|thinking)"\s*,\s*"(?:text|thinking)"\s*:\s*)"(?:[^"\\]|\\.)+"/g;
const isMessage = /"type"\s*:\s*"message"/;
/** What `curl -i` and `-v` print before the body of an answer that succeeded. */
const successLine = /^(?:< )?HTTP\/[\d.]+ 2\d\d\b/m;

/**
 * Takes out of a successful answer what the model wrote: it may speak of errors, and is none. An answer is a body of
 * type `message`, or an event stream, with or without the status line of a success before it; anything else is
 * returned as it is.
 */
export function withoutModelText(text: string): string {
  if (/^\s*(?:event|data):/.test(text)) return text.replace(streamedText, '$1"…"');
  if (!/^\s*\{/.test(text) && successLine.test(text)) {
    const left = text.replace(streamedText, '$1"…"');
    return isMessage.test(text) ? left.replace(blockText, '$1"…"') : left;
  }
  if (!/^\s*\{/.test(text) || !isMessage.test(text)) return text;
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
