import { dayOf } from '@/components/booking/form/typed-values';
import type { Member } from '@/lib/booking/party-change-rules';
import type { HoldView } from '@/lib/inventory/views';
import { ageOn } from '@/lib/kernel/dates';
import type { Row } from './party-form';

/** The travellers with their ages on the day of departure, as far as birth dates can be read. */
export function membersOf(
  rows: readonly Pick<Row, 'type' | 'typed'>[],
  hold: Pick<HoldView, 'legs'>,
): Member[] {
  const day = hold.legs[0]?.departureDay;
  return rows.map(({ type, typed }) => {
    const birthDate = dayOf(typed.birthDate);
    return { type, age: birthDate && day ? ageOn(birthDate, day) : null };
  });
}
