import { formatCents, formatDay, formatWeekday } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { type CalendarDay, type DayState, heatOf, weeksOf } from '@/lib/search/calendar-rules';

interface MonthTableProps {
  readonly caption: string;
  readonly days: readonly CalendarDay[];
  readonly locale: Locale;
  /** The day of the search. */
  readonly chosen: string;
  readonly hrefOn: (day: string) => string;
  readonly texts: {
    readonly lowest: string;
    readonly why: Readonly<Record<Exclude<DayState, 'available'>, string>>;
  };
}

/** A month as a table of days, each the link to its sailings with the lowest total: cheap to dear in five tints. */
export function MonthTable({ caption, days, locale, chosen, hrefOn, texts }: MonthTableProps) {
  const prices = days.flatMap(({ totalCents }) => totalCents ?? []);
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)];
  const weeks = weeksOf(days);
  return (
    <table className="heat">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {weekdays(locale).map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day)?.day}>
            {week.map((day, index) =>
              day ? (
                <td key={day.day}>
                  <Day
                    day={day}
                    locale={locale}
                    chosen={day.day === chosen}
                    href={hrefOn(day.day)}
                    heat={heatOf(day.totalCents ?? 0, lowest, highest)}
                    isLowest={day.totalCents === lowest}
                    texts={texts}
                  />
                </td>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place in a week is nothing but its place
                <td key={index} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps extends Pick<MonthTableProps, 'locale' | 'texts'> {
  readonly day: CalendarDay;
  readonly chosen: boolean;
  readonly href: string;
  readonly heat: number;
  readonly isLowest: boolean;
}

function Day({ day, locale, chosen, href, heat, isLowest, texts }: DayProps) {
  const number = Number(day.day.slice(8));
  const name = formatDay(day.day, locale, 'medium');
  if (day.totalCents === null) {
    const why = texts.why[day.state === 'available' ? 'sold-out' : day.state];
    return (
      <span className={`none is-${day.state}`}>
        <span aria-hidden="true">{number}</span>
        {day.state === 'sold-out' && (
          <span className="heat__why" aria-hidden="true">
            {why}
          </span>
        )}
        <span className="sr">
          {name}, {why}
        </span>
      </span>
    );
  }
  const price = formatCents(day.totalCents, locale, { whole: true });
  return (
    <a
      className={isLowest ? `h${heat} is-low` : `h${heat}`}
      href={href}
      aria-current={chosen ? 'date' : undefined}
    >
      <span aria-hidden="true">{number}</span>
      <b>
        <span className="sr">{name}, </span>
        {price.replace(/\s€$/u, '')}
        <span className="sr"> €{isLowest && `, ${texts.lowest}`}</span>
      </b>
    </a>
  );
}

/** Monday to Sunday. */
function weekdays(locale: Locale): { short: string; long: string }[] {
  return Array.from({ length: 7 }, (_, day) => ({
    short: formatWeekday(day, locale, 'short'),
    long: formatWeekday(day, locale, 'long'),
  }));
}
