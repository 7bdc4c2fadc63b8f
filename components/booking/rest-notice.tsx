import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import type { HoldLegView } from '@/lib/inventory/views';
import type { PartyItems } from '@/lib/pricing/types';
import { isOvernight, restingPlaces, sleepers } from './comfort';

interface RestNoticeProps {
  readonly legs: readonly HoldLegView[];
  readonly party: PartyItems;
}

/** Whether everybody has somewhere to lie or sit through the night, leg by leg. Nothing for crossings by day. */
export function RestNotice({ legs, party }: RestNoticeProps) {
  const t = useTranslations('booking.rest');
  const names = useTranslations('legs');
  const nights = legs.filter(isOvernight);
  if (nights.length === 0) return null;
  const people = sleepers(party);
  const short = nights.filter((leg) => {
    const { berths, seats } = restingPlaces(leg);
    return berths + seats < people;
  });
  if (short.length === 0) {
    return (
      <div className="alert alert--ok">
        <Icon name="check" />
        <div>
          {nights.every((leg) => restingPlaces(leg).berths >= people) ? t('allBeds') : t('allPlaces')}
        </div>
      </div>
    );
  }
  return (
    <div className="alert alert--warn">
      <Icon name="info" />
      <div>
        {short.map((leg) => {
          const { berths, seats } = restingPlaces(leg);
          const place = legPlace(legs, leg.position);
          const way = place === 'only' ? 'only' : 'leg';
          const facts = { leg: names(place), people };
          return (
            <p key={leg.position}>
              {berths + seats === 0
                ? t(`none-${way}`, facts)
                : t(`short-${way}`, { ...facts, places: berths + seats })}
            </p>
          );
        })}
      </div>
    </div>
  );
}
