import { getTranslations } from 'next-intl/server';
import { MINI_ART } from '@/components/search/mini-art';
import { Badge } from '@/components/ui/badge';
import { isMailed } from '@/lib/notifications/queries';
import type { TripData } from './trip';

/** Small posters by the port one goes to; others by their country. */
const ART: Readonly<Record<string, string>> = {
  TN: 'tunis',
  DZ: 'algiers',
  MA: 'tangier',
  IT: 'genoa',
  FRAJA: 'ajaccio',
  FRBIA: 'bastia',
  FRILR: 'bastia',
};

/** « Voilà, c’est réservé. » */
export async function ConfirmedHead({ data }: { data: TripData }) {
  const { booking } = data;
  const [t, isSent] = await Promise.all([getTranslations('trip'), isMailed(booking.id, 'confirmation')]);
  const to = booking.legs.findLast((leg) => leg.direction === 'outbound')?.to ?? '';
  const art = MINI_ART[ART[to] ?? ART[to.slice(0, 2)] ?? 'genoa'];
  return (
    <div className="bk__full bk__head bk__head--art">
      <div className="stack">
        <div className="row row--tight">
          <Badge tone="ok">{t('confirmed.badge')}</Badge>
          <span className="small muted">
            {t('reference')} <b className="bk__ref">{booking.reference}</b>
          </span>
        </div>
        <h1>{t('confirmed.title')}</h1>
        <p className="muted bk__lead">
          {t(isSent ? 'confirmed.textSent' : 'confirmed.text', { email: booking.contact.email })}
        </p>
      </div>
      {art}
    </div>
  );
}
