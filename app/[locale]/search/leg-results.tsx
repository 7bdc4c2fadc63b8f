import { getTranslations } from 'next-intl/server';
import { PriceInsight } from '@/components/insights/price-insight';
import { LiveMark } from '@/components/live/live-mark';
import { liveTexts } from '@/components/live/live-texts';
import { cardView } from '@/components/search/card-view';
import { combinationView } from '@/components/search/combination-view';
import { DayStrip } from '@/components/search/day-strip';
import { dayViews } from '@/components/search/day-view';
import type { FilterView } from '@/components/search/filter-view';
import { SailingList } from '@/components/search/sailing-list';
import { Icon } from '@/components/ui/icon';
import { formatDay } from '@/lib/i18n/format';
import { addDays } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { Port } from '@/lib/network/types';
import { laneNeeded } from '@/lib/pricing/vehicle-rules';
import { calendarHref, monthOf } from '@/lib/search/calendar-rules';
import { withFilters } from '@/lib/search/filter-url-rules';
import { legOnDay } from '@/lib/search/move-leg-rules';
import type { SearchQuery } from '@/lib/search/types';
import { searchHref } from '@/lib/search/url';
import { NothingFound } from './nothing-found';
import type { LegFound } from './trip-sailings';

interface LegResultsProps {
  readonly locale: Locale;
  readonly query: SearchQuery;
  readonly leg: 0 | 1;
  readonly today: string;
  readonly ports: readonly Port[];
  readonly found: LegFound;
  /** Null where there is nothing to filter. */
  readonly view: FilterView | null;
  /** The filters of the address, written in the one way. */
  readonly filters: string;
}

/** One direction of the trip: its days and its sailings, or where to look instead. */
export async function LegResults(props: LegResultsProps) {
  const { locale, query, leg, today, ports, found, view, filters } = props;
  const { asked, offers, isIndirect, week, insight } = found;
  const [t, month] = await Promise.all([getTranslations('search'), getTranslations('calendar')]);
  const nameOf = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? code;
  // Another day for the return shows the return: its outbound is chosen already.
  const place = leg === 0 ? '' : '#retour';
  const hrefOn = (date: string) =>
    withFilters(`${searchHref(locale, query, legOnDay(query, leg, date))}${place}`, filters);
  const direction = `${nameOf(asked.from)} – ${nameOf(asked.to)}`;
  const heading = leg === 0 ? t('leg.outbound') : t('leg.inbound');
  const earlier = addDays(asked.date, -7);
  return (
    <section className="leg" id={leg === 0 ? 'aller' : 'retour'} aria-labelledby={`t-leg-${leg}`}>
      <div className="head leg__head">
        <h2 id={`t-leg-${leg}`} tabIndex={-1}>
          {heading}{' '}
          <span className="muted leg__day">
            {leg === 1 && direction}
            <span className="leg__date">
              {leg === 1 && ', '}
              {formatDay(asked.date, locale, 'medium')}
            </span>
          </span>
        </h2>
        {offers.length > 0 && <LiveMark text={t('live.mark')} />}
        <a
          className="btn btn--quiet leg__month"
          href={withFilters(
            calendarHref(locale, query, { kind: 'month', leg, month: monthOf(asked.date) }),
            filters,
          )}
        >
          <Icon name="calendar" className="i--s" />
          {month('link')}
        </a>
        {leg === 1 && (
          <a className="btn btn--quiet" href="#aller">
            <Icon name="chevron-left" className="i--s" />
            {t('bar.back')}
          </a>
        )}
      </div>
      <DayStrip
        label={t('days.label', { direction })}
        earlier={earlier >= today ? hrefOn(earlier) : null}
        later={hrefOn(addDays(asked.date, 7))}
        days={dayViews(
          week.map(({ day, totalCents, sailings }) => ({
            day,
            totalCents,
            sailings,
            href: day < today ? null : hrefOn(day),
            current: day === asked.date,
          })),
          locale,
        )}
        texts={{ earlier: t('days.earlier'), later: t('days.later'), lowest: t('days.lowest') }}
      />
      {isIndirect && offers.length > 0 && (
        <p className="small muted">
          {t('transfer.lead', { from: nameOf(asked.from), to: nameOf(asked.to) })}
        </p>
      )}
      {offers.length === 0 ? (
        <NothingFound locale={locale} query={query} leg={leg} ports={ports} hrefOn={hrefOn} />
      ) : (
        <SailingList
          cards={offers.map((offer) =>
            'sailings' in offer
              ? combinationView(offer, query.party.vehicles.length > 0, locale, nameOf)
              : cardView(offer, locale, nameOf),
          )}
          leg={leg}
          texts={{
            soldOut: t('soldOut.badge'),
            best: t('best'),
            from: t('from'),
            perAdult: t('fares.perAdult'),
            fares: t('fares.see'),
            breakdown: t('fares.breakdown'),
            total: t('fares.total'),
            counts: offers
              .map((_, shown) => t('filters.count', { shown, all: offers.length }))
              .concat(t(isIndirect ? 'transfer.count' : 'count', { count: offers.length })),
          }}
          filters={view}
          query={filters}
          live={{
            need: { persons: query.party.passengers.length, laneCm: laneNeeded(query.party.vehicles) },
            texts: liveTexts(locale),
            form: 'choix',
          }}
        />
      )}
      <PriceInsight insight={insight} id={`prix-${leg}`} />
    </section>
  );
}
