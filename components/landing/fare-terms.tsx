import { useTranslations } from 'next-intl';
import { formatCents } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { FARE_FAMILIES, type FareConditions } from '@/lib/network/types';

interface FareTermsProps {
  readonly caption: string;
  readonly locale: Locale;
  /** An operator with its conditions in the order of the families; null for one it does not sell. */
  readonly rows: readonly { readonly name: string; readonly families: readonly (FareConditions | null)[] }[];
}

/** Change and refund by operator and fare family. */
export function FareTerms({ caption, locale, rows }: FareTermsProps) {
  const t = useTranslations('line.terms');
  const family = useTranslations('search.fares');
  const change = (fee: number | null) => {
    if (fee === null) return t('fixed');
    return fee === 0 ? t('free') : t('fee', { fee: formatCents(fee, locale, { whole: fee % 100 === 0 }) });
  };
  return (
    <div className="scroll">
      <table className="table terms">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('operator')}</th>
            {FARE_FAMILIES.map((each) => (
              <th key={each} scope="col">
                {family(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, families }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {families.map((each, index) => (
                <td key={FARE_FAMILIES[index]}>
                  {each && `${change(each.changeFeeCents)}, ${t(each.refundable ? 'refundable' : 'lost')}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
