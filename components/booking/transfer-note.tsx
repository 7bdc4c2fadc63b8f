import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { formatDuration } from '@/lib/i18n/format';
import { transfersOf } from '@/lib/inventory/leg-place-rules';
import type { HoldLegView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';
import { type PortNames, portName } from './trip-labels';

interface TransferNoteProps {
  readonly legs: readonly HoldLegView[];
  /** The leg before which it stands. */
  readonly before: number;
  readonly ports: PortNames;
  readonly withVehicle: boolean;
}

/** The change of ships before a leg: where, and how much time lies between; nothing before a leg that begins a way. */
export function TransferNote({ legs, before, ports, withVehicle }: TransferNoteProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations('search.transfer');
  const change = transfersOf(legs).find(([, second]) => second.position === before);
  if (!change) return null;
  const [first, second] = change;
  const minutes = Math.round((Date.parse(second.departsAt) - Date.parse(first.arrivesAt)) / 60_000);
  return (
    <div className="alert transfer">
      <Icon name="clock" />
      <p>
        <b>{t('where', { port: portName(ports, second.from, locale) })}</b>
        {t('wait', { duration: formatDuration(minutes, locale) })}.{' '}
        <span className="muted">{t(withVehicle ? 'again-vehicle' : 'again-foot')}</span>
      </p>
    </div>
  );
}
