/** A line of the start: `name` in a column, then what is to be said of it. */
export function line(name: string, text: string): string {
  return `  ${name.padEnd(15)}${text}`;
}
