'use server';

import { redirect } from 'next/navigation';
import { toKept } from '@/components/booking/form/draft';
import { stepHref } from '@/components/booking/steps';
import { saveDraft } from '@/lib/inventory/draft';
import { reviseHold } from '@/lib/inventory/revise-hold';
import { readStep } from '../step';
import { type ActionTarget, nextRound, refusedHref } from '../targets';
import { afterOrder, type Order, readOrder, readRows } from './vehicles-form';

/**
 * Keeps what was typed, prices the vehicles as they are described, then goes on, or stays where a button of the page
 * asked for something: another vehicle, one less, or the price.
 */
export async function saveVehicles(target: ActionTarget, form: FormData): Promise<void> {
  const here = stepHref(target.locale, target.holdId, 'vehicles');
  const before = await readStep(target.locale, target.holdId);
  if (!before) redirect(here);
  const rows = readRows(form, before.hold.party.vehicles);
  const asTyped = toKept({ vehicles: rows.map((row) => row.typed) });
  const order = readOrder(form, rows);
  if (!before.isOpen) {
    await saveDraft(before.ctx, target.holdId, asTyped);
    redirect(here);
  }
  const next = afterOrder(rows, order);
  const vehicles = next.map(({ vehicle }) => ({ ...vehicle, accessories: [...vehicle.accessories] }));
  const draft = toKept({ vehicles: next.map((row) => row.typed) });
  const result = await reviseHold(before.ctx, { holdId: target.holdId, party: { vehicles }, draft });
  if (!result.ok) {
    await saveDraft(before.ctx, target.holdId, asTyped);
    redirect(refusedHref(here, result.refusal, form));
  }
  if (order) {
    // The version makes it another address each time: to the same one the router would not go.
    const query = `priced=${nextRound(form)}&v=${result.value.version}`;
    redirect(`${here}?${query}#${placeAfter(order, next.length)}`);
  }
  const after = await readStep(target.locale, target.holdId);
  if (!after) redirect(here);
  if (Object.keys(after.problems.vehicles).length > 0) redirect(`${here}?check=${nextRound(form)}#errors`);
  redirect(stepHref(target.locale, target.holdId, 'cabins'));
}

/** Where one goes on after a button: at the vehicle it was about, or at the first that is left. */
function placeAfter(order: Order, count: number): string {
  if (count === 0) return 'on-foot';
  if (order.kind === 'add') return `vehicle-${count - 1}`;
  return `vehicle-${order.kind === 'price' ? order.index : 0}`;
}
