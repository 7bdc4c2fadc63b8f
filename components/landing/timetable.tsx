import { formatCents, formatDay, formatTime } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import type { PricedVoyage } from '@/lib/sailings/timetable-rules';

interface TimetableProps {
  readonly caption: string;
  readonly rows: readonly PricedVoyage[];
  readonly locale: Locale;
  readonly nameOf: (row: PricedVoyage) => string;
  readonly hrefOf: (row: PricedVoyage) => string;
  readonly texts: {
    readonly day: string;
    readonly ship: string;
    readonly departs: string;
    readonly arrives: string;
    readonly price: string;
    readonly full: string;
  };
}

/** Sailings in a table: day, who, hours at both ends, and the price of one adult as the link to the day. */
export function Timetable({ caption, rows, locale, nameOf, hrefOf, texts }: TimetableProps) {
  return (
    <div className="scroll">
      <table className="table times">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.day}</th>
            <th scope="col">{texts.ship}</th>
            <th scope="col">{texts.departs}</th>
            <th scope="col">{texts.arrives}</th>
            <th scope="col" className="num">
              {texts.price}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{formatDay(row.day, locale)}</th>
              <td>{nameOf(row)}</td>
              <td>{formatTime(row.departsAt)}</td>
              <td>
                {row.arrivesAt.slice(0, 10) !== row.day &&
                  `${formatDay(row.arrivesAt, locale).split(' ')[0]} `}
                {formatTime(row.arrivesAt)}
              </td>
              <td className="num">
                {row.totalCents === null ? (
                  texts.full
                ) : (
                  <a href={hrefOf(row)}>
                    <b>{formatCents(row.totalCents, locale, { whole: true })}</b>
                    <span className="sr">, {formatDay(row.day, locale, 'medium')}</span>
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
