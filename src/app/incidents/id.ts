/** Whether a word is the id of an incident. */
export function isIncidentId(word: string): boolean {
  return /^inc_[0-9a-z]{19}$/.test(word);
}
