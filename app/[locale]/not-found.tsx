import { useLocale, useTranslations } from 'next-intl';
import { PageTitle } from '@/components/layout/page-title';
import { SeaStrip } from '@/components/layout/sea-strip';
import { SiteHeader } from '@/components/layout/site-header';

/** What is not there: said in the language of the address, with the ways on. It travels with every page, so it is small. */
export default function NotFound() {
  const t = useTranslations('site.notFound');
  const locale = useLocale();
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <SiteHeader />
      <main id="contenu" className="wrap section--s">
        <div className="card stack">
          <h1>{t('title')}</h1>
          <p>{t('text')}</p>
          <p className="row">
            <a className="btn btn--act" href={`/${locale}/search`}>
              {t('search')}
            </a>
            <a className="btn" href={`/${locale}/bookings`}>
              {t('trips')}
            </a>
            <a className="btn btn--quiet" href={`/${locale}`}>
              {t('home')}
            </a>
          </p>
        </div>
      </main>
      <div className="foot__run">
        <SeaStrip />
      </div>
      <div className="foot" />
    </>
  );
}
