import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';

/** That there is no such page, and the ways on, in a language. */
export function NotFoundText({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'site.notFound');
  return (
    <>
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
    </>
  );
}
