/** The variables of an environment, by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The value of a variable that is set and not blank. */
export function valueOf(variables: Variables, name: string): string | undefined {
  const value = variables[name];
  return value === undefined || value.trim() === '' ? undefined : value;
}

/** Whether a switch such as `CLAUDE_CODE_USE_BEDROCK` is on: anything but nothing, `0` and `false`. */
export function isOn(variables: Variables, name: string): boolean {
  const value = valueOf(variables, name)?.trim().toLowerCase();
  return value !== undefined && value !== '0' && value !== 'false';
}
