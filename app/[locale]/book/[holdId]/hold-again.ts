'use server';

import { redirect } from 'next/navigation';
import { toKept } from '@/components/booking/form/draft';
import { withoutKeys } from '@/components/booking/form/rows';
import { type Step, stepHref } from '@/components/booking/steps';
import { saveDraft } from '@/lib/inventory/draft';
import type { PlaceHoldInput } from '@/lib/inventory/input';
import { placeHold } from '@/lib/inventory/place-hold';
import type { HoldView } from '@/lib/inventory/views';
import { readStep } from './step';
import { type ActionTarget, refusedHref } from './targets';

/** Takes the places of a hold that is over once more, at today's price, and carries over what was typed. */
export async function holdAgain(target: ActionTarget, step: Step, form: FormData): Promise<void> {
  const here = stepHref(target.locale, target.holdId, step);
  const data = await readStep(target.locale, target.holdId);
  if (!data || data.isOpen) redirect(here);
  const without = form.get('without');
  const result = await placeHold(
    data.ctx,
    sameAgain(data.hold, typeof without === 'string' ? without : null),
  );
  if (!result.ok) redirect(refusedHref(here, result.refusal, form));
  await saveDraft(data.ctx, result.value.id, toKept(withoutKeys(data.draft)));
  redirect(`${stepHref(target.locale, result.value.id, step)}?before=${data.hold.id}`);
}

/** The input that places the same hold again, leaving out one kind of cabin or seat where it is no longer to be had. */
function sameAgain(hold: HoldView, without: string | null): PlaceHoldInput {
  const kept = (chosen: readonly { readonly code: string; readonly quantity: number }[]) =>
    chosen.filter((each) => each.code !== without).map(({ code, quantity }) => ({ code, quantity }));
  return {
    legs: hold.legs.map((leg) => ({
      sailingId: leg.sailingId,
      direction: leg.direction,
      fareFamily: leg.selection.fareFamily,
      cabins: kept(leg.selection.cabins),
      seats: kept(leg.selection.seats),
      meals: kept(leg.selection.meals),
    })),
    passengers: hold.party.passengers.map((type) => ({ type })),
    vehicles: hold.party.vehicles.map((vehicle) => ({ ...vehicle, accessories: [...vehicle.accessories] })),
    pets: hold.party.pets,
  };
}
