import { getTranslations } from 'next-intl/server';
import { HoldTimer } from '@/components/booking/hold-timer';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatClock } from '@/lib/i18n/format';
import { HOLD_MINUTES } from '@/lib/inventory/types';
import { isoWithOffset } from '@/lib/kernel/dates';
import { cancel, pay } from './actions';
import type { TripData } from './trip';

interface PayActionsProps {
  readonly data: TripData;
  /** Where the same search stands, when the operator has just kept no places: then paying is the second thing to do. */
  readonly otherCrossings: string | null;
}

/** Pay, change something, or give the places back; and how long there is for it. */
export async function PayActions({ data, otherCrossings }: PayActionsProps) {
  const t = await getTranslations('trip');
  const { booking, locale, accessToken } = data;
  const target = { locale, reference: booking.reference, accessToken };
  return (
    <>
      {otherCrossings ? null : <TimeLeft data={data} />}
      <div className="state__acts">
        {otherCrossings ? (
          <a className="btn btn--act btn--big" href={otherCrossings}>
            {t('otherCrossing')}
          </a>
        ) : null}
        <form action={pay.bind(null, target)}>
          <button type="submit" className={`btn btn--big${otherCrossings ? '' : ' btn--act'}`}>
            <Icon name="lock" className="i--s" />
            {otherCrossings
              ? t('no-room.retry')
              : t('payNow', { total: formatCents(booking.quote.totalCents, locale) })}
          </button>
        </form>
        {otherCrossings ? null : (
          <a className="btn btn--big" href={`/${locale}/book/${booking.holdId}/review`}>
            <Icon name="edit" className="i--s" />
            {t('change')}
          </a>
        )}
        <form action={cancel.bind(null, target)}>
          <button type="submit" className="btn btn--quiet btn--big">
            {t('giveBack')}
          </button>
        </form>
      </div>
    </>
  );
}

async function TimeLeft({ data: { booking, ctx, locale, timeZone } }: Pick<PayActionsProps, 'data'>) {
  const t = await getTranslations('booking.timer');
  return (
    <HoldTimer
      expiresAt={booking.expiresAt}
      serverNow={ctx.now.toISOString()}
      wholeMs={HOLD_MINUTES * 60_000}
      label={t('label')}
      untilText={t('until', {
        time: formatClock(isoWithOffset(new Date(booking.expiresAt), timeZone), locale),
      })}
      promise={t('promise')}
      units={{ minutes: t('minutes'), seconds: t('seconds') }}
      announcements={{ five: t('five'), one: t('one') }}
    />
  );
}
