import { memo } from 'react';
import { Badge } from '@/components/ui/badge';
import { Co2Text } from '@/components/ui/co2-text';
import { Icon } from '@/components/ui/icon';
import type { CardView, ListTexts } from './card-view';
import { ChangeOfShips } from './change-of-ships';
import { CrossingLine } from './crossing-line';
import { FareChoice } from './fare-choice';
import { Funnel } from './funnel';

interface SailingCardProps {
  readonly card: CardView;
  readonly leg: number;
  readonly texts: ListTexts;
  /** Says that the filters leave it out: then it is seen only while one of its fares is chosen. */
  readonly out?: string | undefined;
}

/**
 * A sailing as a ticket: who, when, how long, what is left, and its fares below the perforation. Drawn anew only where
 * its own figures change: filters and order touch the list alone.
 */
export const SailingCard = memo(function SailingCard({ card, leg, texts, out }: SailingCardProps) {
  const { operators, gone, fares, change } = card;
  const cheapest = fares[0];
  return (
    <article className={`card sail${gone ? ' gone' : ''}${out ? ' is-out' : ''}`} aria-label={card.label}>
      {out && <p className="small sail__out">{out}</p>}
      <div className="sail__top">
        <div className="op">
          {operators.map(({ code }) => (
            <Funnel key={code} operator={code} />
          ))}
          <h3 className="sail__op">
            <b>{card.operator}</b> <small className="xs">{card.ship}</small>
          </h3>
        </div>
        {gone ? (
          <Badge tone="full">{texts.soldOut}</Badge>
        ) : (
          card.best && <Badge tone="best">{texts.best}</Badge>
        )}
      </div>
      <CrossingLine crossing={card.crossing} />
      {change && <ChangeOfShips change={change} />}
      {gone ? (
        <p className="gone__why">
          {gone}
          {card.again && (
            <button type="button" className="btn btn--quiet" onClick={() => location.reload()}>
              {card.again}
            </button>
          )}
        </p>
      ) : (
        <>
          <ul className="row row--tight sail__av">
            {card.left.map(([tone, text, fresh]) => (
              <li key={tone + text} className={fresh ? 'is-fresh' : undefined}>
                <Badge tone={tone}>{text}</Badge>
              </li>
            ))}
          </ul>
          {card.age && (
            <p className="sail__age">
              <Icon name="clock" className="i--s" />
              {card.age}
            </p>
          )}
          {cheapest && (
            <label className="fold__btn">
              <input type="checkbox" className="sr fold__in" />
              <span className="fold__price">
                <span className="xs muted">{texts.from}</span>
                <span className="price price--m">{cheapest.total}</span>
                <span className="xs muted nb">{`${cheapest.perAdult} ${texts.perAdult}`}</span>
              </span>
              <span className="fold__word">
                {texts.fares}
                <Icon name="chevron-down" className="i--s" />
              </span>
            </label>
          )}
          <ul className="facts">
            {card.amenities.map(([icon, text]) => (
              <li key={text}>
                <Icon name={icon} />
                {text}
              </li>
            ))}
            <li>
              <Icon name="leaf" />
              <span>
                <Co2Text text={card.co2} />
              </span>
            </li>
          </ul>
          <div className="perf" />
          <FareChoice card={card} leg={leg} texts={texts} />
        </>
      )}
    </article>
  );
});
