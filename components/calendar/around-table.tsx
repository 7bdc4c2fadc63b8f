import { formatCents, formatDay } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { type DayState, heatOf, type PairPrice } from '@/lib/search/calendar-rules';

interface AroundTableProps {
  readonly caption: string;
  readonly rows: readonly (readonly PairPrice[])[];
  readonly locale: Locale;
  readonly chosen: { readonly out: string; readonly back: string };
  readonly hrefOn: (out: string, back: string) => string;
  readonly texts: {
    readonly out: string;
    readonly back: string;
    readonly corner: string;
    readonly lowest: string;
    readonly why: Readonly<Record<Exclude<DayState, 'available'>, string>>;
  };
}

/** Return trips by pair of days: a row for each day out, a column for each day back, the total of both in the cell. */
export function AroundTable({ caption, rows, locale, chosen, hrefOn, texts }: AroundTableProps) {
  const prices = rows.flat().flatMap(({ totalCents }) => totalCents ?? []);
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)];
  return (
    <table className="heat heat--around">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.corner}</th>
          {rows[0]?.map(({ back }) => (
            <th key={back} scope="col" className={back === chosen.back ? 'is-chosen' : undefined}>
              <TwoLines day={back} locale={locale} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]?.out}>
            <th scope="row" className={row[0]?.out === chosen.out ? 'is-chosen' : undefined}>
              {row[0] && <TwoLines day={row[0].out} locale={locale} />}
            </th>
            {row.map((pair) => (
              <td key={pair.back}>
                <Pair
                  pair={pair}
                  locale={locale}
                  chosen={pair.out === chosen.out && pair.back === chosen.back}
                  href={hrefOn(pair.out, pair.back)}
                  heat={heatOf(pair.totalCents ?? 0, lowest, highest)}
                  isLowest={pair.totalCents === lowest}
                  texts={texts}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Weekday over day and month: a column no wider than its prices. */
function TwoLines({ day, locale }: { readonly day: string; readonly locale: Locale }) {
  const [weekday = '', ...rest] = formatDay(day, locale).split(' ');
  return (
    <>
      <span>{weekday}</span> <span>{rest.join('\u00a0')}</span>
    </>
  );
}

interface PairProps extends Pick<AroundTableProps, 'locale' | 'texts'> {
  readonly pair: PairPrice;
  readonly chosen: boolean;
  readonly href: string;
  readonly heat: number;
  readonly isLowest: boolean;
}

function Pair({ pair, locale, chosen, href, heat, isLowest, texts }: PairProps) {
  if (pair.totalCents === null) {
    const why = texts.why[pair.state === 'available' ? 'none' : pair.state];
    return (
      <span className={`none is-${pair.state}`}>
        {pair.state === 'sold-out' ? (
          <span className="heat__why">{why}</span>
        ) : (
          <span className="sr">{why}</span>
        )}
      </span>
    );
  }
  const price = formatCents(pair.totalCents, locale, { whole: true });
  const days = `${texts.out} ${formatDay(pair.out, locale, 'medium')}, ${texts.back} ${formatDay(pair.back, locale, 'medium')}`;
  return (
    <a
      className={isLowest ? `h${heat} is-low` : `h${heat}`}
      href={href}
      aria-current={chosen ? 'date' : undefined}
    >
      <b>
        <span className="sr">{days}, </span>
        {price.replace(/\s€$/u, '')}
        <span className="sr"> €{isLowest && `, ${texts.lowest}`}</span>
      </b>
    </a>
  );
}
