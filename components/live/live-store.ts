import type { CardView } from '@/components/search/card-view';
import type { LeftKind } from '@/lib/search/left-rules';

/** What the party needs to fit. */
export interface Need {
  readonly persons: number;
  readonly laneCm: number;
}

/** The words in which a change is shown. `#` stands for the number, `%` for what is said before. */
export interface LiveTexts {
  readonly left: Readonly<Record<LeftKind, { available: string; one: string; many: string; full: string }>>;
  readonly missing: { readonly passengers: string; readonly vehicles: string };
  readonly closed: string;
  /** There is room again where there was none. */
  readonly back: string;
  readonly reload: string;
  /** For those who listen, after what a badge says. */
  readonly none: string;
}

/** What was heard of sailings, and what follows from it for the cards that show them. */
export interface Heard {
  /** The cards as they are now. */
  cards(made: readonly CardView[], need: Need, texts: LiveTexts): readonly CardView[];
  /** Says what changed between two of those; true when a fare can be chosen no longer. */
  tell(before: readonly CardView[], after: readonly CardView[], texts: LiveTexts): boolean;
}

/** What is known by the live channel, for all that stands on the page. */
export interface LiveState {
  /** What is shown is true now, and changes as it happens. */
  readonly connected: boolean;
  /** Null until something was heard. */
  readonly heard: Heard | null;
  /** What changed last, in words. */
  readonly said: string;
}

export const NOTHING: LiveState = { connected: false, heard: null, said: '' };

let state = NOTHING;
const listeners = new Set<() => void>();

export function liveState(): LiveState {
  return state;
}

export function onLiveChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes what the live channel has to tell. */
export function setLive(part: Partial<LiveState>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}
