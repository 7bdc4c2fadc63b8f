import { getTranslations } from 'next-intl/server';
import { Co2Text } from '@/components/ui/co2-text';
import { Icon } from '@/components/ui/icon';
import { SOURCE, SOURCE_ADDRESS } from '@/lib/carbon/passenger-rules';
import { co2Method } from '@/lib/i18n/co2-text';
import type { Locale } from '@/lib/kernel/locale';

/** At the foot of the lists: how the CO2 of a crossing is worked out, from what source, and what it leaves out. */
export async function Co2Note({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations('search.co2');
  return (
    <details className="breakdown co2">
      <summary className="small">
        <span>
          <Co2Text text={t('how')} />
        </span>
        <Icon name="chevron-down" className="i--s" />
      </summary>
      <div className="small muted stack stack--1">
        <p>
          <Co2Text text={co2Method(locale)} />
        </p>
        <p>
          {t.rich('source', {
            source: () => (
              <a href={SOURCE_ADDRESS} lang="en" rel="noreferrer">
                {SOURCE}
              </a>
            ),
          })}
        </p>
      </div>
    </details>
  );
}
