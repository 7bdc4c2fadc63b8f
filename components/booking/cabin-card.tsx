import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { cabinName } from '@/lib/i18n/quote-lines';
import type { Left } from '@/lib/inventory/types';
import type { Locale } from '@/lib/kernel/locale';
import type { CabinTariff, SeatTariff } from '@/lib/pricing/types';
import { CabinPlan } from './cabin-plan';
import { ComfortCard } from './comfort-card';

interface OnLeg {
  readonly position: number;
  /** The name of the leg within a sentence: « aller ». */
  readonly place: string;
  readonly chosen: number;
  /** What is left for others: this hold's own are not counted. */
  readonly left: Left;
  /** False when no more are allowed on this leg, whatever is left. */
  readonly mayAdd: boolean;
}

/** A kind of cabin: its plan, its price, what is left of it, and how many are taken. */
export function CabinCard({ cabin, ...leg }: OnLeg & { readonly cabin: CabinTariff }) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.cabins');
  return (
    <ComfortCard
      {...onLeg(leg)}
      of={{ position: leg.position, comfort: 'cabins', code: cabin.code }}
      picture={<CabinPlan type={cabin.type} berths={cabin.berths} />}
      name={cabinName(cabin.code, locale)}
      about={t(`about.${cabin.type}`)}
      priceCents={cabin.priceCents}
      each={t('each')}
    />
  );
}

/** Reclining seats, on one line. */
export function SeatCard({ seat, ...leg }: OnLeg & { readonly seat: SeatTariff }) {
  const t = useTranslations('booking.cabins');
  return (
    <ComfortCard
      {...onLeg(leg)}
      isSlim
      of={{ position: leg.position, comfort: 'seats', code: seat.code }}
      picture={<Icon name="seat" />}
      name={t('seat')}
      about={t('seatAbout')}
      priceCents={seat.priceCents}
      each={t('eachSeat')}
    />
  );
}

/** What a card says of a place to rest on a leg, whichever it is. */
function onLeg({ place, chosen, left, mayAdd }: OnLeg) {
  return {
    place,
    chosen,
    canAdd: mayAdd && left.left > 0,
    isFull: left.left === 0 && chosen === 0,
    left: <LeftBadge left={left} chosen={chosen} />,
  };
}

function LeftBadge({ left, chosen }: { left: Left; chosen: number }) {
  const t = useTranslations('booking.cabins');
  if (left.left === 0 && chosen > 0) return <Badge tone="few">{t('lastYours', { count: chosen })}</Badge>;
  if (left.state === 'full') return <Badge tone="full">{t('full')}</Badge>;
  if (left.state === 'limited') return <Badge tone="few">{t('few', { count: left.left })}</Badge>;
  return <Badge tone="ok">{t('free', { count: left.left })}</Badge>;
}
