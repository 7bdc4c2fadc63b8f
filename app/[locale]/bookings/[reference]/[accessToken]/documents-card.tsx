import { getTranslations } from 'next-intl/server';
import { LookAgain } from '@/components/booking/look-again';
import { Icon, type IconName } from '@/components/ui/icon';
import { issuedDocuments } from '@/lib/documents/queries';
import type { DocumentKind } from '@/lib/documents/types';
import { type TripData, tripHref } from './trip';

const ICONS: Readonly<Record<DocumentKind, IconName>> = {
  'e-ticket': 'ticket',
  invoice: 'lock',
  'credit-note': 'refund',
};
/** What a confirmed booking has in the end. */
const EXPECTED: readonly DocumentKind[] = ['e-ticket', 'invoice'];

/** What there is to download; nothing before anything was issued, except the word that it will be. */
export async function Documents({ data }: { data: TripData }) {
  const t = await getTranslations('trip.documents');
  const { booking } = data;
  const issued = await issuedDocuments(booking.id);
  // Tickets of a trip that is not kept open no gate: they are not offered.
  const offered = issued.filter((each) => booking.status === 'confirmed' || each.kind !== 'e-ticket');
  const missing =
    booking.status === 'confirmed' && EXPECTED.some((kind) => !issued.some((each) => each.kind === kind));
  if (offered.length === 0 && !missing) return null;
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
                <b>{name}</b>
                <br />
                <span className="small muted">
                  {each.number ? t('number', { number: each.number }) : t('pdf')}
                </span>
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
            {t('soon')}
          </p>
          <LookAgain />
        </>
      ) : null}
    </section>
  );
}
