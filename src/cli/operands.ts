/**
 * How many words a command takes behind its name, as the declaration of its operands says: `[FILE]...` takes any
 * number, `bash | zsh` one, and of `[list | show ID]` the first word decides.
 */
export function mostWords(operands: string, given: readonly string[]): number {
  if (operands === '') return 0;
  const forms = (/^\[([^[\]]*)\]$/.exec(operands)?.[1] ?? operands).split(' | ').map((form) => form.split(' '));
  if (operands.includes('--') || operands.endsWith(']...')) return Infinity;
  const form = forms.find(([first]) => first === given[0]);
  // A word that begins no form is for the command to refuse, which knows what was meant.
  return form === undefined || form.at(-1)?.endsWith('...') === true ? Infinity : form.length;
}
