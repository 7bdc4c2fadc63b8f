const KEY = 'voila.choice';

/** What was chosen on a leg, and of which search: its ports, its day and the party. */
interface KeptLeg {
  readonly of: string;
  readonly value: string;
}

/**
 * Remembers what is chosen on each leg of the search of that path, for this tab: coming back from booking, from a
 * refusal, or from another day for the other leg loses nothing.
 */
export function keepChoice(path: string, values: readonly string[]): void {
  const kept = legsOf(path).map((of, leg): KeptLeg => ({ of, value: values[leg] ?? '' }));
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage is closed: the traveller chooses again.
  }
}

/** What was chosen in this tab on each leg of that search; empty for a leg of another day, or where storage is closed. */
export function keptChoice(path: string): readonly string[] {
  let kept: unknown;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
  return legsOf(path).map((of, leg) => {
    const { of: search, value } = (Array.isArray(kept) ? kept[leg] : null) ?? ({} as Partial<KeptLeg>);
    return search === of && typeof value === 'string' ? value : '';
  });
}

/** The legs of the path of a search (lib/search/url.ts), each by itself. */
function legsOf(path: string): string[] {
  const [, ports = '', day = '', back = '', party = ''] = path.split('/');
  return [`${ports}.${day}/${party}`, ...(back === 'one-way' ? [] : [`${back}/${party}`])];
}
