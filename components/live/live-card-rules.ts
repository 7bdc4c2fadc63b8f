import type { CardView } from '@/components/search/card-view';
import type { LiveSailing } from '@/lib/realtime/protocol';
import { forPeople, leftOver } from '@/lib/search/left-rules';
import { sailingIdsOf } from '@/lib/search/way-rules';
import type { LiveTexts, Need } from './live-store';

/* What the live channel makes of cards. Loaded with its client: until then there is nothing to make of them. */

const TONES = { available: 'ok', limited: 'few', full: 'full' } as const;

/** The cards as they are now; one of which nothing was heard is the one that was made. */
export function liveCards(
  cards: readonly CardView[],
  sailings: ReadonlyMap<string, LiveSailing>,
  need: Need,
  texts: LiveTexts,
): readonly CardView[] {
  return cards.map((card) => {
    const ships = sailingIdsOf(card.id).map((id) => sailings.get(id));
    return liveCard(card, ships, need, texts);
  });
}

/** What changed between two looks at the same cards, in words, and whether a fare can be chosen no longer. */
export function newsOf(
  before: readonly CardView[],
  after: readonly CardView[],
  texts: LiveTexts,
): { readonly words: readonly string[]; readonly lost: boolean } {
  const words: string[] = [];
  let lost = false;
  for (const [index, card] of after.entries()) {
    const old = before[index];
    if (old === card || !old || old.id !== card.id) continue;
    const change = changeOf(old, card, texts);
    if (change) words.push(change);
    lost ||= card.fares.length < old.fares.length;
  }
  return { words, lost };
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
