import { getTranslations } from 'next-intl/server';
import { LookAgain } from '@/components/booking/look-again';
import { Icon, type IconName } from '@/components/ui/icon';
import type { BookingStatus } from '@/lib/booking/types';
import { issuedDocuments } from '@/lib/documents/queries';
import type { DocumentKind } from '@/lib/documents/types';
import { formatCents, formatDay } from '@/lib/i18n/format';
import { isoWithOffset } from '@/lib/kernel/dates';
import { type TripData, tripHref } from './trip';

const ICONS: Readonly<Record<DocumentKind, IconName>> = {
  'e-ticket': 'ticket',
  invoice: 'lock',
  'credit-note': 'refund',
};
/** What a booking has in the end. */
const EXPECTED: Readonly<Partial<Record<BookingStatus, readonly DocumentKind[]>>> = {
  confirmed: ['e-ticket', 'invoice'],
  refunded: ['credit-note'],
};

/** What there is to download; nothing before anything was issued, except the word that it will be. */
export async function Documents({ data }: { data: TripData }) {
  const t = await getTranslations('trip.documents');
  const { booking } = data;
  const issued = await issuedDocuments(booking.id);
  // Tickets of a trip that is not kept open no gate: they are not offered.
  const offered = issued.filter((each) => booking.status === 'confirmed' || each.kind !== 'e-ticket');
  const missing = EXPECTED[booking.status]?.some((kind) => !issued.some((each) => each.kind === kind));
  if (offered.length === 0 && !missing) return null;
  const aboutIt = (kind: DocumentKind) => t(...describe(kind, data));
  const order = [...offered].sort(
    (a, b) => Object.keys(ICONS).indexOf(a.kind) - Object.keys(ICONS).indexOf(b.kind),
  );
  return (
    <section className="card" aria-labelledby="h-documents">
      <h2 id="h-documents" className="h-card">
        {t('title')}
      </h2>
      <ul className="docs">
        {order.map((each) => {
          const name = t(each.kind);
          return (
            <li key={`${each.kind}-${each.number ?? ''}`}>
              <Icon name={ICONS[each.kind]} />
              <span>
                <b>
                  {name}
                  {each.number ? (
                    <>
                      {' '}
                      <span>{each.number}</span>
                    </>
                  ) : null}
                </b>
                <br />
                <span className="small muted">{aboutIt(each.kind)}</span>
              </span>
              <a
                className="btn btn--icon"
                href={`${tripHref(data)}/documents/${each.kind}`}
                aria-label={t('download', { name })}
                download
              >
                <Icon name="download" />
              </a>
            </li>
          );
        })}
      </ul>
      {missing ? (
        <>
          <p className="small muted" role="status">
            {t(booking.status === 'refunded' ? 'soonCredit' : 'soon')}
          </p>
          <LookAgain />
        </>
      ) : null}
    </section>
  );
}

/** What a document is about, beside its name: how many tickets, which money and when. */
function describe(
  kind: DocumentKind,
  data: TripData,
): [key: string, facts?: Record<string, string | number>] {
  const { booking, payment, refunds, locale, timeZone } = data;
  if (kind === 'e-ticket') return ['codes', { count: booking.passengers.length * booking.legs.length }];
  const refund = refunds.findLast((each) => each.endsTrip);
  const [cents, at] =
    kind === 'invoice'
      ? [booking.quote.totalCents, payment?.paidAt ?? booking.confirmedAt]
      : [refund?.cents, refund?.settledAt];
  if (cents === undefined || !at) return ['pdf'];
  const day = formatDay(isoWithOffset(new Date(at), timeZone), locale, 'numeric');
  return [kind === 'invoice' ? 'paid' : 'back', { amount: formatCents(cents, locale), day }];
}
