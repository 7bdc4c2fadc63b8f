import { useLocale, useTranslations } from 'next-intl';
import { formatCents, formatPercent } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { Funnel } from './funnel';

/** A price that fell, in words. */
export interface DropView {
  /** The search of its day, for the party whose price it is. */
  readonly href: string;
  readonly name: string;
  readonly operatorCode: string;
  /** « sam. 29 mai · Corsica Linea » */
  readonly sailing: string;
  /** « depuis le 12 mai » */
  readonly since: string;
  readonly cents: number;
  readonly beforeCents: number;
  /** Of 100, rounded down. */
  readonly percent: number;
}

/** Prices that fell, each with what it was and leading to its list. */
export function DropList({ drops }: { readonly drops: readonly DropView[] }) {
  const t = useTranslations('home.drops');
  const locale = useLocale() as Locale;
  return (
    <ul className="drops">
      {drops.map(({ href, name, operatorCode, sailing, since, cents, beforeCents, percent }) => (
        <li key={href}>
          <a className="drop" href={href}>
            <span className="op">
              <Funnel operator={operatorCode} />
              <span>
                <b>{name}</b>
                <small className="xs">
                  {sailing}
                  <span className="drop__t">{since}</span>
                </small>
              </span>
            </span>
            <span className="drop__r">
              <span className="price price--m">{formatCents(cents, locale)}</span>
              <span className="xs">
                <s className="was">
                  <span className="sr">{t('insteadOf')} </span>
                  {formatCents(beforeCents, locale)}
                </s>{' '}
                <b className="drop__p">−{formatPercent(percent, locale)}</b>
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
