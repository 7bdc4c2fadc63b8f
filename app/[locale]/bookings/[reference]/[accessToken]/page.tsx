import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { Alternatives } from '@/components/booking/alternatives';
import { isLost, isOff, isStuckRefund, type Scene, sceneOf } from '@/components/booking/booking-scene';
import { BookingTicket } from '@/components/booking/booking-ticket';
import { PriceLines } from '@/components/booking/price-lines';
import { RefundGrid } from '@/components/booking/refund-grid';
import { TransferNote } from '@/components/booking/transfer-note';
import { TravelDay } from '@/components/booking/travel-day';
import { PageTitle } from '@/components/layout/page-title';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { alternativesFor } from '@/lib/search/alternatives';
import { ConfirmedHead } from './confirmed-head';
import { Documents } from './documents-card';
import { ExtraPayments } from './extra-payments';
import { StateHead } from './state-head';
import { TicketStub } from './ticket-stub';
import { openTrip, partyOf, type TripData, type TripParams, zoneOf } from './trip';

interface PageProps {
  readonly params: TripParams;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Its title is part of the page: `PageTitle` says why. */
export const metadata: Metadata = { title: null };

/** A booking in whatever state it is: what there is to know, to do and to keep. */
export default async function TripPage({ params, searchParams }: PageProps) {
  const [data, query] = await Promise.all([openTrip(params), searchParams]);
  const t = await getTranslations('trip');
  const { booking, payment, ctx } = data;
  const scene = sceneOf({
    status: booking.status,
    statusReason: booking.statusReason,
    expiresAt: new Date(booking.expiresAt),
    now: ctx.now,
    returned: query.paid ? 'paid' : query.cancelled ? 'left' : null,
    isRefused: query.refused === 'operator-refused',
    payment,
  });
  const isConfirmed = scene === 'confirmed';
  const instead = isLost(scene, data.refunds)
    ? await alternativesFor(ctx, { legs: booking.legs, party: partyOf(booking) })
    : null;
  return (
    <>
      <PageTitle>{t('metaTitle', { reference: booking.reference })}</PageTitle>
      <SiteHeader path={`/bookings/${booking.reference}/${data.accessToken}`} current="trips" />
      <main id="contenu" className="wrap bk">
        {isConfirmed ? <ConfirmedHead data={data} /> : <StateHead data={data} scene={scene} query={query} />}
        {instead && <Alternatives found={instead} ports={data.portNames} />}
        <div className="stack stack--4 bk__main">
          <ExtraPayments data={data} />
          {booking.legs.map((leg) => (
            <Fragment key={leg.position}>
              <TransferNote
                legs={booking.legs}
                before={leg.position}
                ports={data.portNames}
                withVehicle={booking.vehicles.length > 0}
              />
              <BookingTicket
                booking={booking}
                position={leg.position}
                ports={data.portNames}
                timeZone={zoneOf(data.ports, leg.from)}
                isOff={isOff(scene, data.refunds)}
                stub={isConfirmed ? <TicketStub data={data} leg={leg} /> : undefined}
              />
            </Fragment>
          ))}
          {isConfirmed ? booking.legs.map((leg) => <Day key={leg.position} data={data} leg={leg} />) : null}
          <Documents data={data} />
        </div>
        <div className="stack stack--3 bk__side">
          {isConfirmed ? <Refund data={data} /> : null}
          <Price data={data} scene={scene} />
        </div>
      </main>
      <SiteFooter year={ctx.now.getUTCFullYear()} bear={isConfirmed} />
    </>
  );
}

function Day({ data, leg }: { data: TripData; leg: TripData['booking']['legs'][number] }) {
  return (
    <TravelDay
      leg={leg}
      ports={data.portNames}
      timeZone={zoneOf(data.ports, leg.from)}
      withVehicle={data.booking.vehicles.length > 0}
    />
  );
}

async function Refund({ data: { booking, ctx, timeZone } }: { data: TripData }) {
  const t = await getTranslations('booking.refund');
  return (
    <section className="card stack" aria-labelledby="h-refund">
      <h2 id="h-refund" className="h-card">
        {t('title')}
      </h2>
      <RefundGrid legs={booking.legs} quote={booking.quote} now={ctx.now} timeZone={timeZone} isPaid />
    </section>
  );
}

async function Price({ data: { booking, refunds }, scene }: { data: TripData; scene: Scene }) {
  const t = await getTranslations('trip');
  return (
    <section className="card stack" aria-labelledby="h-price">
      <h2 id="h-price" className="h-card">
        {t(priceTitle(scene, refunds))}
      </h2>
      <PriceLines legs={booking.legs} quote={booking.quote} />
    </section>
  );
}

/** What the amounts are to the traveller: a price, what was paid, or what it once was. */
function priceTitle(scene: Scene, refunds: TripData['refunds']): string {
  if (scene === 'refund-pending' || scene === 'refunded' || isStuckRefund(scene, refunds))
    return 'pricePaidBefore';
  if (scene === 'confirmed' || scene === 'confirming' || scene === 'stuck') return 'pricePaid';
  return scene === 'expired' || scene === 'cancelled' || scene === 'withdrawn' ? 'priceLast' : 'price';
}
