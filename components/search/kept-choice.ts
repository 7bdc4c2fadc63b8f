const KEY = 'voila.choice';

/** What was chosen in a search: the values of `leg0` and `leg1`. */
export interface KeptChoice {
  /** The search's path. */
  readonly path: string;
  readonly values: readonly string[];
}

/** Remembers the choice for this tab: coming back from booking, or from a refusal, loses nothing. */
export function keepChoice(choice: KeptChoice): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Storage is closed: the traveller chooses again.
  }
}

/** What was chosen in this search in this tab; empty when nothing was, or storage is closed. */
export function keptChoice(path: string): readonly string[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<KeptChoice> | null;
    if (kept?.path !== path || !Array.isArray(kept.values)) return [];
    return kept.values.filter((value) => typeof value === 'string');
  } catch {
    return [];
  }
}
