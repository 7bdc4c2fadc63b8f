import { getTranslations } from 'next-intl/server';
import { FareTerms } from '@/components/landing/fare-terms';
import type { Locale } from '@/lib/kernel/locale';
import { ruleInForce } from '@/lib/network/fare-rules';
import { FARE_FAMILIES } from '@/lib/network/types';
import type { LinePage } from './line';

/** What the fare families of the line's operators allow, as booked today. */
export async function Fares({ line, locale }: { readonly line: LinePage; readonly locale: Locale }) {
  const t = await getTranslations('line.terms');
  const rows = line.route.operatorCodes.map((code) => ({
    name: line.network.operators.get(code)?.name ?? code,
    families: FARE_FAMILIES.map(
      (family) => ruleInForce(line.network.fareRules, code, family, line.at)?.conditions ?? null,
    ),
  }));
  return (
    <section className="stack" aria-labelledby="l-f">
      <h2 id="l-f">{t('title')}</h2>
      <FareTerms rows={rows} locale={locale} caption={t('title')} />
      <p className="xs muted">{t('note')}</p>
    </section>
  );
}
