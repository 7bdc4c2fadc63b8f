import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon, type IconName } from '@/components/ui/icon';
import { formatCents } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import type { SailingOffer } from '@/lib/search/types';
import { AvailabilityBadges } from './availability-badges';
import { Crossing } from './crossing';
import { FareChoice } from './fare-choice';
import { Funnel } from './funnel';

interface SailingCardProps {
  readonly offer: SailingOffer;
  readonly leg: number;
  readonly fromName: string;
  readonly toName: string;
}

const AMENITY_ICONS: Readonly<Record<string, IconName>> = {
  restaurant: 'meal',
  cabins: 'cabin',
  seats: 'seat',
  pets: 'pet',
  shop: 'wallet',
  playroom: 'child',
  pool: 'porthole',
};

/** A sailing as a ticket: who, when, how long, what is left, and its fares below the perforation. */
export function SailingCard({ offer, leg, fromName, toName }: SailingCardProps) {
  const t = useTranslations('search');
  const locale = useLocale() as Locale;
  const gone = offer.missing.length > 0;
  const cheapest = offer.fares[0];
  const time = offer.departsAt.slice(11, 16);
  return (
    <article
      className={gone ? 'card sail gone' : 'card sail'}
      aria-label={t('card', { operator: offer.operator.name, ship: offer.ship.name, time })}
    >
      <div className="sail__top">
        <div className="op">
          <Funnel operator={offer.operator.code} />
          <h3 className="sail__op">
            <b>{offer.operator.name}</b> <small className="xs">{offer.ship.name}</small>
          </h3>
        </div>
        {gone ? (
          <Badge tone="full">{t('soldOut.badge')}</Badge>
        ) : (
          offer.best && <Badge tone="best">{t('best')}</Badge>
        )}
      </div>
      <Crossing {...offer} fromName={fromName} toName={toName} />
      {gone ? (
        <p className="gone__why">{t(`soldOut.${offer.missing[0]}`)}</p>
      ) : (
        <>
          <AvailabilityBadges availability={offer.availability} />
          {cheapest && (
            <label className="fold__btn">
              <input type="checkbox" className="sr fold__in" />
              <span className="fold__price">
                <span className="xs muted">{t('from')}</span>
                <span className="price price--m">{formatCents(cheapest.totalCents, locale)}</span>
                <span className="xs muted nb">
                  {formatCents(cheapest.perAdultCents, locale)} {t('fares.perAdult')}
                </span>
              </span>
              <span className="fold__word">
                {t('fares.see')}
                <Icon name="chevron-down" className="i--s" />
              </span>
            </label>
          )}
          <ul className="facts">
            {offer.ship.amenities.map((amenity) => (
              <li key={amenity}>
                <Icon name={AMENITY_ICONS[amenity] ?? 'info'} />
                {t(`amenities.${amenity}`)}
              </li>
            ))}
          </ul>
          <div className="perf" />
          <FareChoice offer={offer} leg={leg} />
        </>
      )}
    </article>
  );
}
