import { useLocale, useTranslations } from 'next-intl';
import { Logo } from './logo';
import { SeaStrip } from './sea-strip';

interface FooterProps {
  /** Directions that people look for, each leading to a filled-in search. */
  readonly lines?: readonly { readonly name: string; readonly href: string }[];
  /** The still bear at the water's edge: public pages only. */
  readonly bear?: boolean;
  /** Year of today, from the clock of the product. */
  readonly year: number;
}

/** The deep water at the foot of every page. */
export function SiteFooter({ lines = [], bear = false, year }: FooterProps) {
  const t = useTranslations('site');
  const locale = useLocale();
  return (
    <>
      <div className={bear ? 'foot__run foot__run--bear' : 'foot__run'}>
        {bear && <img src="/bear.svg#pose" alt="" width={168} height={112} loading="lazy" />}
        <SeaStrip />
      </div>
      <footer className="foot">
        <div className="wrap foot__cols">
          <div className="stack stack--1">
            <Logo />
            <p className="foot__line">{t('footer.line')}</p>
          </div>
          {lines.length > 0 && (
            <div>
              <h2>{t('footer.lines')}</h2>
              <ul>
                {lines.map((line) => (
                  <li key={line.href}>
                    <a href={line.href}>{line.name}</a>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <div>
            <h2>{t('footer.network')}</h2>
            <ul>
              {(['routes', 'ports', 'operators'] as const).map((list) => (
                <li key={list}>
                  <a href={`/${locale}/${list}`}>{t(`footer.${list}`)}</a>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h2>{t('footer.trip')}</h2>
            <ul>
              <li>
                <a href={`/${locale}/bookings`}>{t('footer.find')}</a>
              </li>
              <li>
                <a href={`/${locale}`}>{t('footer.search')}</a>
              </li>
            </ul>
          </div>
        </div>
        <div className="wrap foot__end">
          <p>© {year} Voilà Ferry</p>
        </div>
      </footer>
    </>
  );
}
