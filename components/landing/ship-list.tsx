import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import type { Operator, Ship } from '@/lib/network/types';

interface ShipListProps {
  readonly title: string;
  readonly locale: Locale;
  readonly ships: readonly Ship[];
  readonly operators: ReadonlyMap<string, Operator>;
}

/** Ships with their figures as far as they are known; those to be verified say « environ ». */
export function ShipList({ title, locale, ships, operators }: ShipListProps) {
  const t = translator(locale, 'line.ships');
  const number = (each: number) => new Intl.NumberFormat(locale).format(each).replaceAll('\u202f', '\u00a0');
  const figures = (ship: Ship) =>
    [
      ship.lengthDm ? t('length', { length: number(ship.lengthDm / 10) }) : '',
      t('passengers', { count: number(ship.passengers) }),
      t('cars', { count: number(ship.cars) }),
      t('cabins', { count: number(ship.cabins) }),
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
            <b>{ship.name}</b>, {operators.get(ship.operatorCode)?.name}
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
