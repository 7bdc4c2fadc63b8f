'use client';

import type { CardView, ListTexts } from './card-view';
import { SailingCard } from './sailing-card';

interface SailingListProps {
  readonly cards: readonly CardView[];
  /** Position of the leg: names the radio buttons of its list. */
  readonly leg: number;
  readonly texts: ListTexts;
}

/** The sailings of one direction as tickets. */
export function SailingList({ cards, leg, texts }: SailingListProps) {
  return (
    <div className="sails">
      {cards.map((card) => (
        <SailingCard key={card.id} card={card} leg={leg} texts={texts} />
      ))}
    </div>
  );
}
