import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { qrPath } from '@/lib/documents/qr-path';
import { signTicket } from '@/lib/documents/ticket-code';
import type { TripData } from './trip';

interface TicketStubProps {
  readonly data: TripData;
  readonly leg: TripData['booking']['legs'][number];
}

/** The part of a ticket that is torn off: the signed code of each traveller, the first one at once. */
export async function TicketStub({ data: { booking }, leg }: TicketStubProps) {
  const t = await getTranslations('trip.ticket');
  const codes = booking.passengers.map((passenger) => ({
    key: passenger.id,
    name: `${passenger.givenName} ${passenger.familyName}`,
    text: signTicket({
      reference: booking.reference,
      passenger: passenger.position,
      leg: leg.position,
      sailingId: leg.sailingId,
      departureDay: leg.departureDay,
    }),
  }));
  const [first, ...others] = codes;
  if (!first) return null;
  return (
    <>
      <QrCode text={first.text} label={t('qr', { name: first.name })} />
      <dl className="kv">
        <div>
          <dt>{t('code', { number: 1, count: codes.length })}</dt>
          <dd>{first.name}</dd>
        </div>
      </dl>
      {others.length > 0 ? (
        <details className="qrs">
          <summary className="small">
            {t('others', { count: others.length })}
            <Icon name="chevron-down" className="i--s" />
          </summary>
          <ul>
            {others.map((code, index) => (
              <li key={code.key}>
                <QrCode text={code.text} label={t('qr', { name: code.name })} />
                <p>
                  <span className="xs muted">{t('code', { number: index + 2, count: codes.length })}</span>
                  <br />
                  <b>{code.name}</b>
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** Black on white in both schemes: scanners ask for it. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = qrPath(text);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
