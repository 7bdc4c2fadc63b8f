import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { CardView } from '@/components/search/card-view';
import type { LiveSailing } from '@/lib/realtime/protocol';
import { forPeople, type LeftKind, leftOver } from '@/lib/search/left-rules';
import { sailingIdsOf } from '@/lib/search/way-rules';
import { liveState, NOTHING, onLiveChange, say } from './live-store';

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

const TONES = { available: 'ok', limited: 'few', full: 'full' } as const;

/** The cards as they are now, by what the live channel tells; changes are said aloud. */
export function useLiveCards(
  cards: readonly CardView[],
  need: Need,
  texts: LiveTexts,
  form: string,
): readonly CardView[] {
  const sailings = useSyncExternalStore(
    onLiveChange,
    () => liveState().sailings,
    () => NOTHING.sailings,
  );
  const shown = useMemo(
    () =>
      cards.map((card) => {
        const ships = sailingIdsOf(card.id).map((id) => sailings.get(id));
        return liveCard(card, ships, need, texts);
      }),
    [cards, sailings, need, texts],
  );
  const before = useRef(cards);
  useEffect(() => {
    let lost = false;
    for (const [index, card] of shown.entries()) {
      const old = before.current[index];
      if (old === card || !old || old.id !== card.id) continue;
      const words = changeOf(old, card, texts);
      if (words) say(words);
      lost ||= card.fares.length < old.fares.length;
    }
    before.current = shown;
    // Its radio buttons are gone, and with them what was chosen: who shows the choice reads it again.
    if (lost) document.getElementById(form)?.dispatchEvent(new Event('change'));
  }, [shown, texts, form]);
  return shown;
}

/**
 * A card with what is left now on its ship, or on both: as it was made until each has been heard of. What was not for
 * sale when the page was made has no prices, and asks to be loaded anew.
 */
export function liveCard(
  card: CardView,
  ships: readonly (LiveSailing | undefined)[],
  need: Need,
  texts: LiveTexts,
): CardView {
  const known = ships
    .filter((ship) => ship !== undefined)
    .map((ship) => ({ ...ship, cabins: ship.cabins.filter(({ type }) => forPeople(type)) }));
  const why = known.map((ship) => whyGone(ship, need, texts)).find(Boolean);
  if (why) return { ...card, gone: why, again: undefined, left: [], fares: [], cabin: false, best: false };
  if (known.length < ships.length) return card;
  if (card.gone) return { ...card, gone: texts.back, again: texts.reload };
  const left = leftOver(known).map(([kind, state, count]) => {
    const { one, many, ...words } = texts.left[kind];
    const text = state === 'limited' ? (count === 1 ? one : many.replace('#', String(count))) : words[state];
    const fresh = !card.left.some(([tone, was]) => was === text && tone === TONES[state]);
    return [TONES[state], text, fresh] as const;
  });
  return { ...card, left, cabin: known.every(({ cabins }) => cabins.some((cabin) => cabin.left > 0)) };
}

function whyGone({ open, passengers, vehicles }: LiveSailing, need: Need, texts: LiveTexts): string | null {
  if (!open) return texts.closed;
  if (passengers.left < need.persons) return texts.missing.passengers;
  return vehicles.laneCentimetres < need.laneCm ? texts.missing.vehicles : null;
}

/** What is new on a card, in words; null when nothing is. */
function changeOf(old: CardView, card: CardView, texts: LiveTexts): string | null {
  if (card.gone) return card.gone === old.gone ? null : `${card.label}, ${card.gone}`;
  const was = new Set(old.left.map(([tone, text]) => `${tone} ${text}`));
  const news = card.left.filter(([tone, text]) => old.gone || !was.has(`${tone} ${text}`));
  if (news.length === 0) return null;
  const said = news.map(([tone, text]) => (tone === 'full' ? texts.none.replace('%', text) : text));
  return `${card.label}, ${said.join(', ')}.`;
}
