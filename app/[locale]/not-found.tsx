import { useLocale, useTranslations } from 'next-intl';
import { BareFoot } from '@/components/layout/bare-foot';
import { NotFoundText } from '@/components/layout/not-found-text';
import { PageTitle } from '@/components/layout/page-title';
import { SiteHeader } from '@/components/layout/site-header';
import type { Locale } from '@/lib/kernel/locale';

/** What is not there: said in the language of the address, with the ways on. It travels with every page, so it is small. */
export default function NotFound() {
  const t = useTranslations('site.notFound');
  const locale = useLocale() as Locale;
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <SiteHeader />
      <main id="contenu" className="wrap section--s">
        <div className="card stack">
          <NotFoundText locale={locale} />
        </div>
      </main>
      <BareFoot />
    </>
  );
}
