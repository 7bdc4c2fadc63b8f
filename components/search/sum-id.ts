/** Id of the breakdown of a fare, from the value of its radio button `sailingId|family`. */
export function sumId(value: string): string {
  return `sum-${value.replace('|', '-')}`;
}
