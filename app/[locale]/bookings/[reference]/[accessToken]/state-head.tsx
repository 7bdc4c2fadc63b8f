import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import {
  canPay,
  isStuckRefund,
  isWaiting,
  type Scene,
  textVariant,
} from '@/components/booking/booking-scene';
import { WaitForStatus } from '@/components/booking/wait-for-status';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { queryOfTrip } from '@/lib/search/trip-query-rules';
import { searchHref } from '@/lib/search/url';
import { PayActions } from './pay-actions';
import { stateFacts } from './state-words';
import { partyOf, type TripData, tripHref } from './trip';

interface StateHeadProps {
  readonly data: TripData;
  readonly scene: Scene;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
}

const TONES: Readonly<Record<Exclude<Scene, 'confirmed'>, ComponentProps<typeof Badge>['tone']>> = {
  pay: 'few',
  'payment-left': 'few',
  declined: 'full',
  'no-room': 'full',
  bank: 'sea',
  processing: 'sea',
  confirming: 'ok',
  'refund-pending': 'sea',
  refunded: 'ok',
  expired: 'full',
  withdrawn: 'few',
  cancelled: 'full',
  stuck: 'few',
};

/** Seconds after which a page without a script asks for itself again. */
const RELOAD_SECONDS = 5;

/** A booking that is not confirmed: what happens, what it changes, what one can do, what comes back. */
export async function StateHead({ data, scene, query }: StateHeadProps) {
  const t = await getTranslations('trip');
  const { booking, accessToken, refunds, payment } = data;
  const part = isStuckRefund(scene, refunds) ? '-refund' : '';
  const variant = textVariant(scene, {
    reason: booking.statusReason,
    refunds,
    failureCode: payment?.failureCode ?? null,
  });
  return (
    <div className="bk__full bk__head">
      <div className="state">
        <div className="row row--tight">
          {scene === 'confirmed' ? null : <Badge tone={TONES[scene]}>{t(`${scene}.badge${part}`)}</Badge>}
          <span className="small muted">
            {t('reference')} <b className="bk__ref">{booking.reference}</b>
          </span>
        </div>
        <h1>{t(`${scene}.title${part}`)}</h1>
        <p
          className="bk__lead"
          role={scene === 'no-room' ? 'alert' : isWaiting(scene) ? 'status' : undefined}
        >
          {t(`${scene}.text${variant}`, stateFacts(t, data))}
        </p>
        {scene === 'no-room' ? null : <Refused query={query} />}
        {canPay(scene) ? (
          <PayActions data={data} otherCrossings={scene === 'no-room' ? otherCrossings(data) : null} />
        ) : null}
        <NextStep data={data} scene={scene} />
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

/** Where one goes from a trip that is over, or from a payment that was not made. */
async function NextStep({ data, scene }: Pick<StateHeadProps, 'data' | 'scene'>) {
  const t = await getTranslations('trip');
  const { booking, locale } = data;
  if (scene === 'bank') {
    return (
      <p>
        <a className="btn" href={tripHref(data)}>
          <Icon name="chevron-left" className="i--s" />
          {t('bank.notPaid')}
        </a>
      </p>
    );
  }
  const isAgain = scene === 'expired' || scene === 'cancelled' || scene === 'withdrawn';
  const isLost = scene === 'refund-pending' || scene === 'refunded' || isStuckRefund(scene, data.refunds);
  if (!isAgain && !isLost) return null;
  return (
    <div className="state__acts">
      <a
        className="btn btn--act btn--big"
        href={isAgain ? `/${locale}/book/${booking.holdId}/review` : otherCrossings(data)}
      >
        {t(isAgain ? `${scene}.again` : 'otherCrossing')}
      </a>
    </div>
  );
}

/** The same search once more: same ports, days and party. */
function otherCrossings({ booking, locale }: TripData): string {
  const query = queryOfTrip(booking.legs, partyOf(booking));
  return query ? searchHref(locale, query) : `/${locale}`;
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
