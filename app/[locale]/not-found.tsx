import { useLocale, useTranslations } from 'next-intl';
import { PageTitle } from '@/components/layout/page-title';
import { SiteHeader } from '@/components/layout/site-header';

/** What is not there: said in the language of the address, with two ways on. */
export default function NotFound() {
  const t = useTranslations('site.notFound');
  const locale = useLocale();
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <SiteHeader />
      <main id="contenu" className="wrap section">
        <div className="card stack stack--3">
          <h1>{t('title')}</h1>
          <p>{t('text')}</p>
          <p className="row">
            <a className="btn btn--act" href={`/${locale}`}>
              {t('search')}
            </a>
            <a className="btn" href={`/${locale}/bookings`}>
              {t('trips')}
            </a>
          </p>
        </div>
      </main>
    </>
  );
}
