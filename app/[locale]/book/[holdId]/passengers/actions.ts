'use server';

import { redirect } from 'next/navigation';
import { readPassengers, toKept } from '@/components/booking/form/draft';
import { stepHref } from '@/components/booking/steps';
import { removalProblem } from '@/lib/booking/party-change-rules';
import { saveDraft } from '@/lib/inventory/draft';
import { reviseHold } from '@/lib/inventory/revise-hold';
import { refuse } from '@/lib/kernel/errors';
import { readStep, type StepData } from '../step';
import { type ActionTarget, nextRound, refusedHref } from '../targets';
import { membersOf } from './members';
import { afterOrder, type Order, type Row, readOrder, readRows } from './party-form';

/**
 * Keeps what was typed, then goes on to the vehicle, or back to what is to be corrected. A button in the form may have
 * asked for another party: who travels, what was typed for them, their places and the price change together.
 */
export async function savePassengers(target: ActionTarget, form: FormData): Promise<void> {
  const here = stepHref(target.locale, target.holdId, 'passengers');
  const before = await readStep(target.locale, target.holdId);
  if (!before) redirect(here);
  const rows = readRows(form, before.hold.party.passengers);
  const order = readOrder(form, rows);
  const changed = await changeParty(before, form, rows, order);
  if (!changed.ok) {
    await saveDraft(before.ctx, target.holdId, draftOf(form, rows));
    redirect(refusedHref(here, changed.refusal, form));
  }
  const after = await readStep(target.locale, target.holdId);
  if (!after) redirect(here);
  if (order) redirect(`${here}?v=${after.hold.version}&${orderQuery(order, rows, nextRound(form))}`);
  if (Object.keys(after.problems.passengers).length > 0) redirect(`${here}?check=${nextRound(form)}#errors`);
  redirect(stepHref(target.locale, target.holdId, 'vehicles'));
}

/** Makes the hold that of the form's party, with what was typed for it; a refusal leaves both as they were. */
async function changeParty(
  { ctx, hold, isOpen }: StepData,
  form: FormData,
  rows: Row[],
  order: Order | null,
) {
  const next = isOpen ? afterOrder(rows, order) : rows;
  const draft = draftOf(form, next);
  const types = next.map((row) => row.type);
  const pets = petsOf(form) ?? hold.party.pets;
  const isSame = types.join() === hold.party.passengers.join() && pets === hold.party.pets;
  if (!isOpen || isSame) {
    await saveDraft(ctx, hold.id, draft);
    return { ok: true } as const;
  }
  const operators = hold.legs.map((leg) => leg.operator.code);
  const problem = order?.kind === 'remove' && removalProblem(membersOf(rows, hold), order.index, operators);
  if (problem) return refuse('invalid-input', { what: problem });
  const party = { passengers: types.map((type) => ({ type })), pets };
  return reviseHold(ctx, { holdId: hold.id, party, draft });
}

/** What was typed, for these travellers. */
function draftOf(form: FormData, rows: readonly Row[]) {
  const { contact } = readPassengers(form, 0);
  return toKept({ contact, passengers: rows.map((row) => row.typed) });
}

function petsOf(form: FormData): number | null {
  const asked = form.get('pets');
  return typeof asked === 'string' && /^\d$/.test(asked) ? Number(asked) : null;
}

/**
 * Where to come back to on the page: whom the button was about. The version of the hold makes it another address each
 * time: to the same one the router would not go.
 */
function orderQuery(order: Order, rows: readonly Row[], round: number): string {
  if (order.kind === 'add') return `added=${rows.length + 1}&round=${round}#passengers-${rows.length}-title`;
  if (order.kind === 'remove') return `removed=${order.index + 1}&round=${round}#passengers`;
  return `retyped=${order.index + 1}&check=${round}#passengers-${order.index}-birthDate`;
}
