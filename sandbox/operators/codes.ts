/** A company's own words for the plan's, both ways. */
export function codes(table: Readonly<Record<string, string>>) {
  const back = new Map(Object.entries(table).map(([plan, own]) => [own, plan]));
  return {
    /** What the company calls it; as the plan does where it has no word of its own. */
    own: (code: string): string => table[code] ?? code,
    /** What the plan calls it; undefined where nobody does. */
    plan: (code: string): string | undefined => back.get(code),
  };
}

/** A count by the plan's codes, from a list in the company's. Null where one of them is nobody's. */
export function counted(
  items: readonly { readonly code: string; readonly quantity: number }[],
  planCode: (code: string) => string | undefined,
): Record<string, number> | null {
  const counts: Record<string, number> = {};
  for (const { code, quantity } of items) {
    const known = planCode(code);
    if (!known) return null;
    counts[known] = (counts[known] ?? 0) + quantity;
  }
  return counts;
}
