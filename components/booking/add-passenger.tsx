import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { additionProblem } from '@/lib/booking/party-change-rules';
import type { AgeBands } from '@/lib/network/types';
import { PASSENGER_TYPES, type PassengerType } from '@/lib/pricing/types';
import { ageTexts } from './age-texts';

interface AddPassengerProps {
  readonly types: readonly PassengerType[];
  readonly bands: AgeBands;
}

/** Buttons for one more traveller of each fare, as far as a booking carries them; where it does not, why. */
export function AddPassenger({ types, bands }: AddPassengerProps) {
  const t = useTranslations('booking');
  const choices = PASSENGER_TYPES.map((type) => ({ type, problem: additionProblem(types, type) }));
  const open = choices.filter((choice) => choice.problem === null);
  const [limit] = choices.flatMap((choice) => choice.problem ?? []);
  return (
    <div className="row">
      {open.length > 0 ? <span className="small muted">{t('passengers.add')}</span> : null}
      {open.map(({ type }) => (
        <button key={type} type="submit" className="chip" name="do" value={`add:${type}`}>
          <Icon name="plus" className="i--s" />
          {t(`passenger.type.${type}`, ageTexts(bands))}
        </button>
      ))}
      {limit ? <span className="small muted">{t(`passengers.limit.${limit}`)}</span> : null}
    </div>
  );
}
