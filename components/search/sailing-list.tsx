'use client';

import { useLiveCards } from '@/components/live/live-cards';
import type { LiveTexts, Need } from '@/components/live/live-store';
import { arrange, type Filterable } from '@/lib/search/filter-rules';
import { filterValues, parseFilters } from '@/lib/search/filter-url-rules';
import type { CardView, ListTexts } from './card-view';
import { FilterMarks } from './filter-marks';
import type { FilterView } from './filter-view';
import { SailingCard } from './sailing-card';
import { useFilterQuery } from './use-filters';

interface SailingListProps {
  readonly cards: readonly CardView[];
  /** Position of the leg: names the radio buttons of its list. */
  readonly leg: number;
  readonly texts: ListTexts;
  /** Null where there is nothing to filter. */
  readonly filters: FilterView | null;
  /** The filters that the page was made with. */
  readonly query: string;
  /** What the live channel changes in the cards; `form` is the id of the one that chooses. */
  readonly live: { readonly need: Need; readonly texts: LiveTexts; readonly form: string };
}

/**
 * The sailings of one direction as tickets. Those that are not wanted stay in the page, unseen, so that a choice
 * among them is not lost: the ticket that is chosen is always shown, with a word.
 */
export function SailingList({ cards: made, leg, texts, filters: view, query, live }: SailingListProps) {
  const cards = useLiveCards(made, live.need, live.texts, live.form);
  const filters = parseFilters(useFilterQuery(query));
  const rows = arrange(cards, factsOf, filters);
  const count = rows.filter(({ wanted }) => wanted).length;
  return (
    <div className="sails">
      <p className={count < cards.length ? 'small muted' : 'small muted sails__all'} role="status">
        {texts.counts[count]}
      </p>
      {count === 0 && view && (
        <div className="card card--flat stack">
          <h3>{view.texts.none}</h3>
          <FilterMarks view={view} values={filterValues(filters)} />
        </div>
      )}
      {rows.map(({ trip, wanted }) => (
        <SailingCard
          key={trip.id}
          card={trip}
          leg={leg}
          texts={texts}
          out={wanted ? undefined : view?.texts.out}
        />
      ))}
    </div>
  );
}

function factsOf({ operators, crossing, minutes, fares, cabin }: CardView): Filterable {
  return {
    operators: operators.map(({ code }) => code),
    hour: Number.parseInt(crossing.departs.time, 10),
    minutes,
    cents: fares[0]?.cents ?? null,
    cabin,
  };
}
