import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { CardView } from '@/components/search/card-view';
import { type LiveTexts, liveState, type Need, NOTHING, onLiveChange } from './live-store';

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
