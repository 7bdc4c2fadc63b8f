import { getTranslations } from 'next-intl/server';
import { MonthTable } from '@/components/calendar/month-table';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatDay, formatMonth } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { guestContext } from '@/lib/platform/context';
import { tagPage } from '@/lib/platform/page-cache/tag-page';
import {
  addMonths,
  type CalendarDay,
  calendarHref,
  isMonthOpen,
  type Month,
} from '@/lib/search/calendar-rules';
import { withFilters } from '@/lib/search/filter-url-rules';
import { legOnDay } from '@/lib/search/move-leg-rules';
import { monthCalendar } from '@/lib/search/price-calendar';
import type { SearchQuery } from '@/lib/search/types';
import { searchHref } from '@/lib/search/url';
import { wayMonthTags } from '@/lib/search/way-tag-rules';
import { wayLines } from '@/lib/search/ways';

interface MonthCardProps {
  readonly locale: Locale;
  readonly query: SearchQuery;
  readonly leg: 0 | 1;
  readonly month: Month;
  readonly today: string;
  /** The filters of the results that it leads to, written in the one way. */
  readonly filters: string;
}

/** A month of one leg with arrows to its neighbours, and what another day would save. */
export async function MonthCard(props: MonthCardProps) {
  const { locale, query, leg, month, filters } = props;
  const t = await getTranslations('calendar');
  const asked = (leg === 1 && query.inbound) || query.outbound;
  await tagPage(wayMonthTags(await wayLines(asked), month));
  const days = await monthCalendar(guestContext(locale), {
    ...asked,
    month,
    party: query.party,
    ...(leg === 1 && { notBefore: query.outbound.date }),
  });
  const hrefOn = (day: string) => withFilters(searchHref(locale, query, legOnDay(query, leg, day)), filters);
  const prices = days.flatMap(({ totalCents }) => totalCents ?? []);
  const whole = (cents: number) => formatCents(cents, locale, { whole: true });
  const name = formatMonth(month, locale);
  return (
    <div className="two">
      <section className="card" aria-labelledby="mois">
        <div className="cal__m">
          <Turn {...props} month={addMonths(month, -1)} />
          <h2 id="mois">{name}</h2>
          <Turn {...props} month={addMonths(month, 1)} next />
        </div>
        <MonthTable
          caption={t('caption', { month: name })}
          days={days}
          locale={locale}
          chosen={asked.date}
          hrefOn={hrefOn}
          texts={{
            lowest: t('lowest'),
            why: {
              past: t('past'),
              none: t('none'),
              'sold-out': t('full'),
              'too-early': t('tooEarly'),
            },
          }}
        />
        <div className="legend">
          {prices.length > 0 && (
            <>
              <span>{whole(Math.min(...prices))}</span>
              <span className="ramp" aria-hidden="true">
                {[1, 2, 3, 4, 5].map((step) => (
                  <i key={step} className={`h${step}`} />
                ))}
              </span>
              <span>{whole(Math.max(...prices))}</span>
            </>
          )}
          <span className="legend__key">{prices.length > 0 ? t('key') : t('empty')}</span>
        </div>
      </section>
      <Cheaper days={days} chosen={asked.date} locale={locale} hrefOn={hrefOn} />
    </div>
  );
}

interface TurnProps extends MonthCardProps {
  readonly next?: boolean;
}

/** To the month before or after; a place of the same size where the timetable ends. */
function Turn({ locale, query, leg, month, today, filters, next = false }: TurnProps) {
  if (!isMonthOpen(month, today)) return <span className="cal__end" />;
  return (
    <a
      className="btn btn--icon"
      href={withFilters(calendarHref(locale, query, { kind: 'month', leg, month }), filters)}
      aria-label={formatMonth(month, locale)}
      rel={next ? 'next' : 'prev'}
    >
      <Icon name={next ? 'chevron-right' : 'chevron-left'} />
    </a>
  );
}

interface CheaperProps {
  readonly days: readonly CalendarDay[];
  readonly chosen: string;
  readonly locale: Locale;
  readonly hrefOn: (day: string) => string;
}

/** What the chosen day costs, and the day of the month that costs least. */
async function Cheaper({ days, chosen, locale, hrefOn }: CheaperProps) {
  const t = await getTranslations('calendar.cheaper');
  const bookable = days.filter((each) => each.totalCents !== null);
  const cents = (day: CalendarDay) => day.totalCents ?? 0;
  const [first, ...rest] = bookable;
  if (!first) return null;
  const low = rest.reduce((least, each) => (cents(each) < cents(least) ? each : least), first);
  const own = bookable.find((each) => each.day === chosen);
  const price = (each: number) => formatCents(each, locale, { whole: each % 100 === 0 });
  const day = formatDay(low.day, locale, 'medium');
  const saves = own && cents(own) > cents(low);
  return (
    <aside className="stack stack--3">
      {own && (
        <section className="card card--deep stack">
          <p className="small muted cal__day">{formatDay(own.day, locale, 'long')}</p>
          <p className="cal__price">{price(cents(own))}</p>
          <a className="btn btn--act btn--wide" href={hrefOn(own.day)}>
            {t('see')}
          </a>
        </section>
      )}
      {(!own || saves) && (
        <section className="card stack">
          <h2 className="cal__h2">{t('title')}</h2>
          <p className="small">
            {saves
              ? t.rich('saves', {
                  day,
                  price: price(cents(low)),
                  less: price(cents(own) - cents(low)),
                  b: (text) => <b>{text}</b>,
                })
              : t.rich('lowest', { day, price: price(cents(low)), b: (text) => <b>{text}</b> })}
          </p>
          <a className="btn btn--wide" href={hrefOn(low.day)}>
            {t('seeDay', { day: formatDay(low.day, locale) })}
          </a>
        </section>
      )}
    </aside>
  );
}
