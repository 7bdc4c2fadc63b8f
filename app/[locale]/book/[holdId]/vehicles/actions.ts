'use server';

import { redirect } from 'next/navigation';
import { toKept } from '@/components/booking/form/draft';
import { shownVersion } from '@/components/booking/form/rows';
import { stepHref } from '@/components/booking/steps';
import { saveDraft } from '@/lib/inventory/draft';
import { reviseStandingHold } from '@/lib/inventory/revise-hold';
import { done } from '@/lib/kernel/errors';
import { readStep, type StepData } from '../step';
import { type ActionTarget, nextRound, refusedHref } from '../targets';
import { afterOrder, asDescribed, heldRows, keyOf, type Row, readOrder, readRows } from './vehicles-form';

/**
 * Keeps what was typed, prices the vehicles as they are described, then goes on, or stays where a button of the page
 * asked for something: another vehicle, one less, or the price.
 */
export async function saveVehicles(target: ActionTarget, form: FormData): Promise<void> {
  const here = stepHref(target.locale, target.holdId, 'vehicles');
  const before = await readStep(target.locale, target.holdId);
  if (!before) redirect(here);
  const sheet = readRows(form, heldRows(before.hold.party.vehicles, toKept(before.draft)));
  if (!before.isOpen) {
    await saveDraft(before.ctx, target.holdId, draftOf(sheet));
    redirect(here);
  }
  const order = readOrder(form, sheet);
  const key = order ? keyOf(order, sheet, shownVersion(form, before.hold.version)) : '';
  let next: readonly Row[] = [];
  const result = await reviseStandingHold(before.ctx, target.holdId, ({ party, draft }) => {
    const held = heldRows(party.vehicles, draft);
    const rows = asDescribed(held, readRows(form, held));
    next = order ? afterOrder(rows, order, key) : rows;
    const vehicles = next.map(({ vehicle }) => ({ ...vehicle, accessories: [...vehicle.accessories] }));
    return done({ party: { vehicles }, draft: draftOf(next) });
  });
  if (!result.ok) {
    await keepTyped(before, form, sheet);
    redirect(refusedHref(here, result.refusal, form));
  }
  if (order) {
    // The version makes it another address each time: to the same one the router would not go.
    const query = `priced=${nextRound(form)}&v=${result.value.version}`;
    redirect(`${here}?${query}#${placeAfter(key, next)}`);
  }
  const after = await readStep(target.locale, target.holdId);
  if (!after) redirect(here);
  if (Object.keys(after.problems.vehicles).length > 0) redirect(`${here}?check=${nextRound(form)}#errors`);
  redirect(stepHref(target.locale, target.holdId, 'cabins'));
}

/** Keeps what was typed of the vehicles that are there, of a form that was refused. */
async function keepTyped({ ctx, hold }: StepData, form: FormData, sheet: readonly Row[]): Promise<void> {
  const kept = await reviseStandingHold(ctx, hold.id, ({ party, draft }) => {
    const held = heldRows(party.vehicles, draft);
    return done({ draft: draftOf(asDescribed(held, readRows(form, held))) });
  });
  if (!kept.ok) await saveDraft(ctx, hold.id, draftOf(sheet));
}

function draftOf(rows: readonly Row[]) {
  return toKept({ vehicles: rows.map((row) => row.typed) });
}

/** Where one goes on after a button: at the vehicle it was about, or at the first that is left. */
function placeAfter(key: string, rows: readonly Row[]): string {
  if (rows.length === 0) return 'on-foot';
  return `vehicle-${Math.max(
    0,
    rows.findIndex((row) => row.key === key),
  )}`;
}
