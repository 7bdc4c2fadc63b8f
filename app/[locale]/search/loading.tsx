import { useTranslations } from 'next-intl';
import { RunningBear } from '@/components/ui/bear';

/** While a search is looked up for the first time. */
export default function Loading() {
  const t = useTranslations('search');
  return (
    <main className="wrap section">
      <div className="card">
        <RunningBear sentence={t('waiting')} />
      </div>
    </main>
  );
}
