/** A workflow command of GitHub, which is shown at a line of a pull request. */
export function githubCommand(
  level: 'error' | 'warning' | 'notice',
  { file, line, title }: { readonly file: string; readonly line: number; readonly title: string },
  message: string,
): string {
  return `::${level} file=${commandProperty(file)},line=${line},title=${commandProperty(title)}::${commandData(message)}\n`;
}

/** The escapes of what a command says. */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The escapes of a property of a command. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
