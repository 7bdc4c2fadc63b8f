import { getTranslations } from 'next-intl/server';
import type { TripData } from './trip';

/** What there is to download. */
export async function Documents({ data: { booking } }: { data: TripData }) {
  const t = await getTranslations('trip.documents');
  if (booking.status !== 'confirmed') return null;
  return (
    <section className="card" aria-labelledby="h-documents">
      <h2 id="h-documents" className="h-card">
        {t('title')}
      </h2>
      <p className="small muted">{t('soon')}</p>
    </section>
  );
}
