'use server';

import { redirect } from 'next/navigation';
import { type Draft, readVehicles, toKept } from '@/components/booking/form/draft';
import { heldVehicle, suggested } from '@/components/booking/form/vehicle-input';
import { stepHref } from '@/components/booking/steps';
import { usualSize } from '@/lib/booking/vehicle-makes';
import { saveDraft } from '@/lib/inventory/draft';
import { reviseHold } from '@/lib/inventory/revise-hold';
import { VEHICLE_TYPES, type VehicleItem } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import { readStep, type StepData } from '../step';
import { type ActionTarget, nextRound, refusedHref } from '../targets';

/**
 * Keeps what was typed, prices the vehicles as they are described, then goes on, or stays where a button of the page
 * asked for something: `do` is `price`, `add:car` or `remove:1`.
 */
export async function saveVehicles(target: ActionTarget, form: FormData): Promise<void> {
  const here = stepHref(target.locale, target.holdId, 'vehicles');
  const before = await readStep(target.locale, target.holdId);
  if (!before) redirect(here);
  const [order = '', detail = ''] = String(form.get('do') ?? '').split(':');
  const { vehicles, typed } = described(before, form, order, detail);
  await saveDraft(before.ctx, target.holdId, toKept({ vehicles: typed }));
  if (!before.isOpen) redirect(here);

  const input = vehicles.map((vehicle) => ({ ...vehicle, accessories: [...vehicle.accessories] }));
  const result = await reviseHold(before.ctx, { holdId: target.holdId, party: { vehicles: input } });
  if (!result.ok) redirect(refusedHref(here, result.refusal, form));
  const after = await readStep(target.locale, target.holdId);
  if (!after) redirect(here);
  if (order === 'add') redirect(`${here}#vehicle-${vehicles.length - 1}`);
  if (order === 'remove') redirect(`${here}#vehicles`);
  if (Object.keys(after.problems.vehicles).length > 0 && order !== 'price')
    redirect(`${here}?check=${nextRound(form)}#errors`);
  if (order === 'price') redirect(`${here}?priced=${nextRound(form)}#vehicle-${Number(detail) || 0}`);
  redirect(stepHref(target.locale, target.holdId, 'cabins'));
}

/** The vehicles after the form, and after what a button asked for; what was typed goes with its vehicle. */
function described(
  { hold }: StepData,
  form: FormData,
  order: string,
  detail: string,
): { vehicles: VehicleItem[]; typed: Draft['vehicles'] } {
  const read = readVehicles(form, hold.party.vehicles.length).vehicles.map((typed) =>
    suggested(typed, usualSize(typed.make, typed.model)),
  );
  const all = hold.party.vehicles.map((held, index) => {
    const typed = read[index];
    return { held: typed ? heldVehicle(typed, held, index).vehicle : held, typed };
  });
  const kept = order === 'remove' ? all.filter((_, index) => index !== Number(detail)) : all;
  const added = order === 'add' ? VEHICLE_TYPES.find((type) => type === detail) : undefined;
  return {
    vehicles: [...kept.map((each) => each.held), ...(added ? [standardVehicle(added)] : [])],
    typed: kept.flatMap((each) => (each.typed ? [each.typed] : [])),
  };
}
