import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { PassengersProblem } from '@/lib/pricing/party-rules';

interface PassengerRemovalProps {
  readonly index: number;
  /** As typed so far; empty while nothing is. */
  readonly name: string;
  /** Why this traveller cannot be taken off the booking. */
  readonly stays: PassengersProblem | null;
  /** True for a party of one, of whom nobody would think of leaving. */
  readonly isAlone: boolean;
}

/** Takes a traveller off the booking, with what was typed; or says why that is not possible. */
export function PassengerRemoval({ index, name, stays, isAlone }: PassengerRemovalProps) {
  const t = useTranslations('booking.passenger');
  if (isAlone) return null;
  if (stays) return <p className="small muted leave">{t(`stays.${stays}`)}</p>;
  return (
    <p className="leave">
      <button type="submit" className="btn btn--quiet" name="do" value={`remove:${index}`}>
        <Icon name="close" className="i--s" />
        {name ? t('remove', { name }) : t('removeNumber', { number: index + 1 })}
      </button>
    </p>
  );
}
