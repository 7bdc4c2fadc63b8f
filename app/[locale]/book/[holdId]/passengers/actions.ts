'use server';

import { redirect } from 'next/navigation';
import { readPassengers, toKept } from '@/components/booking/form/draft';
import { stepHref } from '@/components/booking/steps';
import { saveDraft } from '@/lib/inventory/draft';
import { reviseHold } from '@/lib/inventory/revise-hold';
import { PASSENGER_TYPES, type PassengerType } from '@/lib/pricing/types';
import { readStep } from '../step';
import { type ActionTarget, nextRound, refusedHref } from '../targets';

/** Keeps what was typed, then goes on to the vehicle, or back to what is to be corrected. */
export async function savePassengers(target: ActionTarget, form: FormData): Promise<void> {
  const here = stepHref(target.locale, target.holdId, 'passengers');
  const before = await readStep(target.locale, target.holdId);
  if (!before) redirect(here);
  const typed = readPassengers(form, before.hold.party.passengers.length);
  await saveDraft(before.ctx, target.holdId, toKept(typed));

  const changed = partyChange(form, before.hold.party.passengers, before.hold.party.pets);
  if (changed && before.isOpen) {
    const result = await reviseHold(before.ctx, { holdId: target.holdId, party: changed.party });
    if (!result.ok) redirect(refusedHref(here, result.refusal, form));
  }
  const after = await readStep(target.locale, target.holdId);
  if (!after) redirect(here);
  if (changed?.stay) redirect(`${here}?check=${nextRound(form)}#${changed.stay}`);
  if (Object.keys(after.problems.passengers).length > 0) redirect(`${here}?check=${nextRound(form)}#errors`);
  redirect(stepHref(target.locale, target.holdId, 'vehicles'));
}

interface PartyChange {
  readonly party: { passengers?: { type: PassengerType }[]; pets?: number };
  /** Where to come back to on the page, when the change was asked for by a button in it. */
  readonly stay: string | null;
}

/** What the form changes of the party: a passenger of another age than searched, the number of animals. */
function partyChange(form: FormData, types: readonly PassengerType[], pets: number): PartyChange | null {
  const [index = '', wanted] = String(form.get('retype') ?? '').split(':');
  const type = PASSENGER_TYPES.find((each) => each === wanted);
  const asked = form.get('pets');
  const petsNow = typeof asked === 'string' && /^\d$/.test(asked) ? Number(asked) : pets;
  const retyped = type && /^\d$/.test(index) && types[Number(index)] !== undefined;
  if (!retyped && petsNow === pets) return null;
  return {
    party: {
      ...(retyped && { passengers: types.map((old, i) => ({ type: i === Number(index) ? type : old })) }),
      ...(petsNow !== pets && { pets: petsNow }),
    },
    stay: retyped ? `passengers-${index}-birthDate` : null,
  };
}
