import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { CardView } from '@/components/search/card-view';
import type { LeftKind } from '@/lib/search/left-rules';
import { liveState, NOTHING, onLiveChange } from './live-store';

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

/** The cards as they are now, by what the live channel tells, once it is there; changes are said aloud. */
export function useLiveCards(
  cards: readonly CardView[],
  need: Need,
  texts: LiveTexts,
  form: string,
): readonly CardView[] {
  const heard = useSyncExternalStore(
    onLiveChange,
    () => liveState().heard,
    () => NOTHING.heard,
  );
  const shown = useMemo(() => heard?.cards(cards, need, texts) ?? cards, [cards, heard, need, texts]);
  const before = useRef(cards);
  useEffect(() => {
    const lost = heard?.tell(before.current, shown, texts);
    before.current = shown;
    // Its radio buttons are gone, and with them what was chosen: who shows the choice reads it again.
    if (lost) document.getElementById(form)?.dispatchEvent(new Event('change'));
  }, [heard, shown, texts, form]);
  return shown;
}
