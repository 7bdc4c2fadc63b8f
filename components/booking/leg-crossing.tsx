import { useLocale, useTranslations } from 'next-intl';
import { Crossing } from '@/components/search/crossing';
import { Funnel } from '@/components/search/funnel';
import { Badge } from '@/components/ui/badge';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import type { HoldLegView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';
import { type PortNames, portName } from './trip-labels';

type Leg = Pick<
  HoldLegView,
  | 'direction'
  | 'position'
  | 'operator'
  | 'ship'
  | 'fareFamily'
  | 'from'
  | 'to'
  | 'departsAt'
  | 'arrivesAt'
  | 'delayMinutes'
  | 'durationMinutes'
>;

interface LegCrossingProps {
  readonly legs: readonly Leg[];
  readonly position: number;
  readonly ports: PortNames;
}

/** One leg of a trip that is held or booked: who sails it, which of the trip's crossings it is, and when from where to where. */
export function LegCrossing({ legs, position, ports }: LegCrossingProps) {
  const locale = useLocale() as Locale;
  const families = useTranslations('pricing.family');
  const names = useTranslations('legs');
  const leg = legs[position];
  if (!leg) return null;
  return (
    <>
      <div className="row">
        <div className="op">
          <Funnel operator={leg.operator.code} />
          <p>
            <b>{leg.operator.name}</b>
            <small className="xs">
              {leg.ship.name} · {families(leg.fareFamily)}
            </small>
          </p>
        </div>
        {legs.length > 1 ? (
          <span className="push">
            <Badge tone="sea">{names(legPlace(legs, position))}</Badge>
          </span>
        ) : null}
      </div>
      <Crossing
        departsAt={leg.departsAt}
        arrivesAt={leg.arrivesAt}
        durationMinutes={leg.durationMinutes}
        delayMinutes={leg.delayMinutes}
        fromName={portName(ports, leg.from, locale)}
        toName={portName(ports, leg.to, locale)}
      />
    </>
  );
}
