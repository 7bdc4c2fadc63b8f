import { getTranslations } from 'next-intl/server';
import { canPay, isWaiting, type Scene } from '@/components/booking/booking-scene';
import { HoldTimer } from '@/components/booking/hold-timer';
import { WaitForStatus } from '@/components/booking/wait-for-status';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatTime } from '@/lib/i18n/format';
import { HOLD_MINUTES } from '@/lib/inventory/types';
import { isoWithOffset } from '@/lib/kernel/dates';
import type { RefundState } from '@/lib/payments/refund-pace-rules';
import { cancel, pay } from './actions';
import { type TripData, tripHref } from './trip';

interface StateHeadProps {
  readonly data: TripData;
  readonly scene: Scene;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
}

/** Seconds after which a page without a script asks for itself again. */
const RELOAD_SECONDS = 5;

/** A booking that is not confirmed: what happens, what it changes, what one can do, what comes back. */
export async function StateHead({ data, scene, query }: StateHeadProps) {
  const t = await getTranslations('trip');
  const { booking, locale, accessToken, ctx } = data;
  const total = formatCents(booking.quote.totalCents, locale);
  const minutes = Math.max(0, Math.ceil((Date.parse(booking.expiresAt) - ctx.now.getTime()) / 60_000));
  const refund = data.refunds.find((each) => each.endsTrip);
  const key = reasonKey(scene, booking.statusReason, refund?.state);
  const text = t(key ? `${scene}.text-${key}` : `${scene}.text`, {
    total,
    minutes,
    email: booking.contact.email,
  });
  return (
    <div className="bk__full bk__head">
      <div className="state">
        <p className="small muted">
          {t('reference')} <b className="bk__ref">{booking.reference}</b>
        </p>
        <h1>{t(scene === 'stuck' && refund ? 'stuck.title-refund' : `${scene}.title`)}</h1>
        <p className="bk__lead" role={isWaiting(scene) ? 'status' : undefined}>
          {text}
        </p>
        <Refused query={query} />
        {canPay(scene) ? <PayActions data={data} total={total} /> : null}
        {scene === 'bank' ? (
          <p className="small">
            <a href={tripHref(data)}>{t('bank.notPaid')}</a>
          </p>
        ) : null}
        {scene === 'expired' || scene === 'cancelled' || scene === 'withdrawn' ? (
          <div className="state__acts">
            <a className="btn btn--act btn--big" href={`/${locale}/book/${booking.holdId}/review`}>
              {t(`${scene}.again`)}
            </a>
          </div>
        ) : null}
        {scene === 'refund-pending' || scene === 'refunded' ? (
          <div className="state__acts">
            <a className="btn btn--act btn--big" href={`/${locale}`}>
              {t('otherCrossing')}
            </a>
          </div>
        ) : null}
        {isWaiting(scene) ? (
          <>
            <WaitForStatus reference={booking.reference} accessToken={accessToken} status={booking.status} />
            <noscript>
              <meta httpEquiv="refresh" content={String(RELOAD_SECONDS)} />
            </noscript>
          </>
        ) : null}
      </div>
    </div>
  );
}

/** Pay, change something, or give the places back; and how long there is for it. */
async function PayActions({ data, total }: { data: TripData; total: string }) {
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
        untilText={timer('until', { time: formatTime(isoWithOffset(new Date(booking.expiresAt), timeZone)) })}
        promise={timer('promise')}
        units={{ minutes: timer('minutes'), seconds: timer('seconds') }}
        announcements={{ five: timer('five'), one: timer('one') }}
      />
      <div className="state__acts">
        <form action={pay.bind(null, target)}>
          <button type="submit" className="btn btn--act btn--big">
            <Icon name="lock" className="i--s" />
            {t('payNow', { total })}
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

async function Refused({ query }: Pick<StateHeadProps, 'query'>) {
  const t = await getTranslations('trip.refused');
  const code = query.refused;
  if (typeof code !== 'string') return null;
  return (
    <div className="alert alert--err" role="alert">
      <Icon name="warning" />
      <div>{t.has(code) ? t(code) : t('other')}</div>
    </div>
  );
}

/** Texts of a refund differ by who could not keep the trip, and by what becomes of the money. */
function reasonKey(scene: Scene, reason: string | null, refund: RefundState | undefined): string | null {
  if (scene === 'stuck' && refund) return refund === 'waiting' ? 'refund-failed' : 'refund-late';
  if (scene !== 'refund-pending' && scene !== 'refunded') return null;
  if (scene === 'refund-pending' && refund === 'again') return 'refund-again';
  return reason === 'operator-refused' || reason === 'sold-out-after-hold' ? reason : 'other';
}
