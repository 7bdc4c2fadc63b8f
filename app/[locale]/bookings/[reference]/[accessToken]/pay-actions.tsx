import { getTranslations } from 'next-intl/server';
import { HoldTimer } from '@/components/booking/hold-timer';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatClock } from '@/lib/i18n/format';
import { HOLD_MINUTES } from '@/lib/inventory/types';
import { isoWithOffset } from '@/lib/kernel/dates';
import { cancel, pay } from './actions';
import type { TripData } from './trip';

/** Pay, change something, or give the places back; and how long there is for it. */
export async function PayActions({ data }: { data: TripData }) {
  const t = await getTranslations('trip');
  const timer = await getTranslations('booking.timer');
  const { booking, locale, accessToken, ctx, timeZone } = data;
  const target = { locale, reference: booking.reference, accessToken };
  return (
    <>
      <HoldTimer
        expiresAt={booking.expiresAt}
        serverNow={ctx.now.toISOString()}
        wholeMs={HOLD_MINUTES * 60_000}
        label={timer('label')}
        untilText={timer('until', {
          time: formatClock(isoWithOffset(new Date(booking.expiresAt), timeZone), locale),
        })}
        promise={timer('promise')}
        units={{ minutes: timer('minutes'), seconds: timer('seconds') }}
        announcements={{ five: timer('five'), one: timer('one') }}
      />
      <div className="state__acts">
        <form action={pay.bind(null, target)}>
          <button type="submit" className="btn btn--act btn--big">
            <Icon name="lock" className="i--s" />
            {t('payNow', { total: formatCents(booking.quote.totalCents, locale) })}
          </button>
        </form>
        <a className="btn btn--big" href={`/${locale}/book/${booking.holdId}/review`}>
          <Icon name="edit" className="i--s" />
          {t('change')}
        </a>
        <form action={cancel.bind(null, target)}>
          <button type="submit" className="btn btn--quiet btn--big">
            {t('giveBack')}
          </button>
        </form>
      </div>
    </>
  );
}
