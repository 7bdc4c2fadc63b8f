import { useLocale, useTranslations } from 'next-intl';
import { Crossing } from '@/components/search/crossing';
import { Funnel } from '@/components/search/funnel';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatDay, formatTime } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { calendarHref, monthOf } from '@/lib/search/calendar-rules';
import type { Alternative, Alternatives as Found, WayAlternatives } from '@/lib/search/types';
import { searchHref } from '@/lib/search/url';
import { sailingsOf } from '@/lib/search/way-rules';
import { type PortNames, portName } from './trip-labels';

interface AlternativesProps {
  readonly found: Found;
  readonly ports: PortNames;
}

/** Departures instead of those of a trip that does not take place: each leads to the list in which it stands, filled in. */
export function Alternatives({ found, ports }: AlternativesProps) {
  const t = useTranslations('trip.alternatives');
  const { query, ways, usualVehicles } = found;
  return (
    <section className="bk__full stack stack--3" id="alternatives" aria-labelledby="h-alternatives">
      <div className="stack stack--0">
        <h2 id="h-alternatives">{t('title')}</h2>
        {ways.some(({ offers }) => offers.length > 0) ? (
          <p className="muted alts__lead">
            {t('lead', { count: query.party.passengers.length })}
            {usualVehicles ? null : ` ${t('vehicle', { count: query.party.vehicles.length })}`}
          </p>
        ) : null}
      </div>
      {ways.map((way) => (
        <Way key={way.direction} way={way} found={found} ports={ports} />
      ))}
    </section>
  );
}

function Way({ way, found, ports }: AlternativesProps & { readonly way: WayAlternatives }) {
  const locale = useLocale() as Locale;
  const t = useTranslations('trip.alternatives');
  const names = useTranslations('legs');
  const { asked, direction, offers } = way;
  const leg = direction === 'return' ? 1 : 0;
  const calendar = calendarHref(locale, found.query, { kind: 'month', leg, month: monthOf(asked.date) });
  const place = leg === 1 ? 'back' : found.query.inbound ? 'out' : 'only';
  return (
    <section className="stack" aria-labelledby={`h-instead-${leg}`}>
      <div className="alts__head">
        <h3 id={`h-instead-${leg}`}>
          {names(place)}
          <span className="muted alts__ends">
            {portName(ports, asked.from, locale)} – {portName(ports, asked.to, locale)}
          </span>
        </h3>
        {offers.length > 0 ? (
          <a className="btn btn--quiet" href={calendar}>
            <Icon name="calendar" className="i--s" />
            {t('calendar')}
          </a>
        ) : null}
      </div>
      {offers.length > 0 ? (
        <ul className="alts">
          {offers.map((each) => (
            <li key={each.offer.id}>
              <Departure instead={each} ports={ports} />
            </li>
          ))}
        </ul>
      ) : (
        <div className="card card--flat alts__none">
          <p>{t('none', { count: found.query.party.passengers.length })}</p>
          <a className="btn" href={calendar}>
            <Icon name="calendar" className="i--s" />
            {t('calendar')}
          </a>
        </div>
      )}
    </section>
  );
}

/** One departure: who, when, from where to where, and what it costs the party. The whole card leads to its list. */
function Departure({ instead, ports }: { readonly instead: Alternative; readonly ports: PortNames }) {
  const locale = useLocale() as Locale;
  const t = useTranslations('trip.alternatives');
  const families = useTranslations('pricing.family');
  const { offer, family, totalCents, query } = instead;
  const ships = sailingsOf(offer);
  const operators = [...new Map(ships.map(({ operator }) => [operator.code, operator.name]))];
  const company = operators.map(([, name]) => name).join(' + ');
  return (
    <article className="card alt">
      <div className="op">
        {operators.map(([code]) => (
          <Funnel key={code} operator={code} />
        ))}
        <p>
          <b>{company}</b>
          <small className="xs">{ships.map(({ ship }) => ship.name).join(', ')}</small>
        </p>
      </div>
      <Crossing
        departsAt={offer.departsAt}
        arrivesAt={offer.arrivesAt}
        durationMinutes={offer.durationMinutes}
        fromName={portName(ports, offer.from, locale)}
        toName={portName(ports, offer.to, locale)}
        {...(ships.length > 1 && { transfers: 1 })}
      />
      <div className="alt__ft">
        <p>
          <span className="price price--m">{formatCents(totalCents, locale)}</span>
          <span className="xs muted">
            {t('for', { family: families(family), count: query.party.passengers.length })}
          </span>
        </p>
        <a className="btn alt__go" href={searchHref(locale, query)}>
          {t('see')}
          <span className="sr">
            {`, ${company}, ${formatDay(offer.departsAt, locale, 'medium')}, ${formatTime(offer.departsAt)}`}
          </span>
          <Icon name="chevron-right" className="i--s" />
        </a>
      </div>
    </article>
  );
}
