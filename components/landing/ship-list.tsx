import { formatNumber } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import type { Operator, Ship } from '@/lib/network/types';

interface ShipListProps {
  readonly title: string;
  readonly locale: Locale;
  readonly ships: readonly Ship[];
  /** Whose ship each is; left out where all are of one. */
  readonly operators?: ReadonlyMap<string, Operator>;
}

/** Ships with their figures as far as they are known; those to be verified say « environ ». */
export function ShipList({ title, locale, ships, operators }: ShipListProps) {
  const t = translator(locale, 'line.ships');
  const figures = (ship: Ship) =>
    [
      ship.lengthDm ? t('length', { length: formatNumber(ship.lengthDm / 10, locale) }) : '',
      t('passengers', { count: formatNumber(ship.passengers, locale) }),
      t('cars', { count: formatNumber(ship.cars, locale) }),
      t('cabins', { count: formatNumber(ship.cabins, locale) }),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <section className="card stack" aria-labelledby="l-s">
      <h2 id="l-s" className="rg__h">
        {title}
      </h2>
      <ul className="stack stack--1">
        {ships.map((ship) => (
          <li key={ship.code} className="small">
            <b>{ship.name}</b>
            {operators && `, ${operators.get(ship.operatorCode)?.name}`}
            <br />
            <span className="muted">
              {ship.approximate && `${t('about')} `}
              {figures(ship)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
