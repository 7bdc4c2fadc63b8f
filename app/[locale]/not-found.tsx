import { useLocale, useTranslations } from 'next-intl';
import { Logo } from '@/components/layout/logo';
import { PageTitle } from '@/components/layout/page-title';

/** What is not there: said in the language of the address, with two ways on. It travels with every page, so it is small. */
export default function NotFound() {
  const t = useTranslations('site.notFound');
  const locale = useLocale();
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <header className="wrap nav">
        <a className="nav__home" href={`/${locale}`} aria-label="Voilà Ferry">
          <Logo />
        </a>
      </header>
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
