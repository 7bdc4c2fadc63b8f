import { useTranslations } from 'next-intl';
import { TakeFocus } from '@/components/booking/take-focus';
import { Icon } from '@/components/ui/icon';
import { cabinName } from '@/lib/i18n/quote-lines';
import type { Locale } from '@/lib/kernel/locale';
import { one } from './step';

interface RefusedAlertProps {
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
  readonly locale: Locale;
}

/** Why a change of the hold was not made, in words; nothing when nothing was refused. */
export function RefusedAlert({ query, locale }: RefusedAlertProps) {
  const t = useTranslations('booking.refused');
  const code = one(query.refused);
  if (!code) return null;
  const [kind = '', item = ''] = one(query.what).split(':');
  const key = t.has(`${code}-${kind}`) ? `${code}-${kind}` : code;
  const name = kind === 'cabin' ? cabinName(item, locale) : '';
  return (
    <TakeFocus key={one(query.check)} id="errors" className="alert alert--err">
      <Icon name="warning" />
      <div>{t.has(key) ? t(key, { name }) : t('other')}</div>
    </TakeFocus>
  );
}
