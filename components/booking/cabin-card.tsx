import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { formatCents } from '@/lib/i18n/format';
import { cabinName } from '@/lib/i18n/quote-lines';
import type { Left } from '@/lib/inventory/types';
import type { Locale } from '@/lib/kernel/locale';
import type { CabinTariff, SeatTariff } from '@/lib/pricing/types';
import { CabinPlan } from './cabin-plan';
import { Quantity } from './quantity';

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
export function CabinCard({
  cabin,
  position,
  place,
  chosen,
  left,
  mayAdd,
}: OnLeg & { readonly cabin: CabinTariff }) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.cabins');
  const name = cabinName(cabin.code, locale);
  const isFull = left.left === 0 && chosen === 0;
  const state = chosen > 0 ? 'is-on' : isFull ? 'is-full' : '';
  return (
    <article className={`cab ${state}`}>
      <CabinPlan type={cabin.type} berths={cabin.berths} />
      <div className="cab__t">
        <h3>{name}</h3>
        <p className="small muted">{t(`about.${cabin.type}`)}</p>
        <p>
          <LeftBadge left={left} chosen={chosen} />
        </p>
      </div>
      <div className="cab__p">
        <p>
          <span className="price price--m">{formatCents(cabin.priceCents, locale)}</span>{' '}
          <span className="xs muted">{t('each')}</span>
        </p>
        {isFull ? null : (
          <Quantity
            of={{ position, comfort: 'cabins', code: cabin.code }}
            name={`${name}, ${place}`}
            value={chosen}
            canAdd={mayAdd && left.left > 0}
          />
        )}
      </div>
    </article>
  );
}

/** Reclining seats, on one line. */
export function SeatCard({
  seat,
  position,
  place,
  chosen,
  left,
  mayAdd,
}: OnLeg & { readonly seat: SeatTariff }) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.cabins');
  const isFull = left.left === 0 && chosen === 0;
  return (
    <article className={`cab cab--slim ${chosen > 0 ? 'is-on' : isFull ? 'is-full' : ''}`}>
      <Icon name="seat" />
      <div className="cab__t">
        <h3>{t('seat')}</h3>
        <p className="small muted">{t('seatAbout')}</p>
        <p>
          <LeftBadge left={left} chosen={chosen} />
        </p>
      </div>
      <div className="cab__p">
        <p>
          <span className="price price--m">{formatCents(seat.priceCents, locale)}</span>{' '}
          <span className="xs muted">{t('eachSeat')}</span>
        </p>
        {isFull ? null : (
          <Quantity
            of={{ position, comfort: 'seats', code: seat.code }}
            name={`${t('seat')}, ${place}`}
            value={chosen}
            canAdd={mayAdd && left.left > 0}
          />
        )}
      </div>
    </article>
  );
}

function LeftBadge({ left, chosen }: { left: Left; chosen: number }) {
  const t = useTranslations('booking.cabins');
  if (left.left === 0 && chosen > 0) return <Badge tone="few">{t('lastYours', { count: chosen })}</Badge>;
  if (left.state === 'full') return <Badge tone="full">{t('full')}</Badge>;
  if (left.state === 'limited') return <Badge tone="few">{t('few', { count: left.left })}</Badge>;
  return <Badge tone="ok">{t('free', { count: left.left })}</Badge>;
}
