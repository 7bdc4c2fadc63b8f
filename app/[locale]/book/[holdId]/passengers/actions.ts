'use server';

import { redirect } from 'next/navigation';
import { readPassengers, toKept } from '@/components/booking/form/draft';
import { shownVersion } from '@/components/booking/form/rows';
import { stepHref } from '@/components/booking/steps';
import { removalProblem } from '@/lib/booking/party-change-rules';
import { saveDraft } from '@/lib/inventory/draft';
import { reviseStandingHold } from '@/lib/inventory/revise-hold';
import { done, refuse } from '@/lib/kernel/errors';
import { readStep, type StepData } from '../step';
import { type ActionTarget, nextRound, refusedHref } from '../targets';
import { membersOf } from './members';
import {
  afterOrder,
  heldRows,
  keyOf,
  type Order,
  type Row,
  readOrder,
  readRows,
  withTyped,
} from './party-form';

/**
 * Keeps what was typed, then goes on to the vehicle, or back to what is to be corrected. A button in the form may have
 * asked for another party: who travels, what was typed for them, their places and the price change together.
 */
export async function savePassengers(target: ActionTarget, form: FormData): Promise<void> {
  const here = stepHref(target.locale, target.holdId, 'passengers');
  const before = await readStep(target.locale, target.holdId);
  if (!before) redirect(here);
  const sheet = readRows(form, before.hold.party.passengers);
  if (!before.isOpen) {
    await saveDraft(before.ctx, target.holdId, draftOf(form, sheet));
    redirect(here);
  }
  const order = readOrder(form, sheet);
  const key = order ? keyOf(order, sheet, shownVersion(form, before.hold.version)) : '';
  const { pets } = before.hold.party;
  const changed =
    order || (petsOf(form) ?? pets) !== pets
      ? await changeParty(before, form, sheet, order && { order, key })
      : null;
  if (!changed?.ok) await keepTyped(before, form, sheet);
  if (changed && !changed.ok) redirect(refusedHref(here, changed.refusal, form));
  const after = await readStep(target.locale, target.holdId);
  if (!after) redirect(here);
  if (order) {
    const rows = heldRows(after.hold.party.passengers, toKept(after.draft));
    const at = rows.findIndex((row) => row.key === key);
    redirect(`${here}?v=${after.hold.version}&${orderQuery(order, at, nextRound(form))}`);
  }
  if (Object.keys(after.problems.passengers).length > 0) redirect(`${here}?check=${nextRound(form)}#errors`);
  redirect(stepHref(target.locale, target.holdId, 'vehicles'));
}

/** Changes the party as the form asks for, with what was typed for it; a refusal leaves both as they were. */
function changeParty(
  { ctx, hold }: StepData,
  form: FormData,
  sheet: readonly Row[],
  press: { readonly order: Order; readonly key: string } | null,
) {
  const operators = hold.legs.map((leg) => leg.operator.code);
  return reviseStandingHold(ctx, hold.id, ({ party, draft }) => {
    const rows = withTyped(heldRows(party.passengers, draft), sheet);
    const leaving = press?.order.kind === 'remove' ? rows.findIndex((row) => row.key === press.key) : -1;
    const problem = leaving >= 0 && removalProblem(membersOf(rows, hold), leaving, operators);
    if (problem) return refuse('invalid-input', { what: problem });
    const next = press ? afterOrder(rows, press.order, press.key) : rows;
    const passengers = next.map(({ type }) => ({ type }));
    return done({
      party: { passengers, pets: petsOf(form) ?? party.pets },
      draft: draftOf(form, next),
    });
  });
}

/** Keeps what was typed for those who are there, of a form that asks for nothing else, or was refused it. */
async function keepTyped({ ctx, hold }: StepData, form: FormData, sheet: readonly Row[]): Promise<void> {
  const kept = await reviseStandingHold(ctx, hold.id, ({ party, draft }) =>
    done({ draft: draftOf(form, withTyped(heldRows(party.passengers, draft), sheet)) }),
  );
  if (!kept.ok) await saveDraft(ctx, hold.id, draftOf(form, sheet));
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
 * Where to come back to on the page: whom the button was about, and where they are by now. The version of the hold makes
 * it another address each time: to the same one the router would not go.
 */
function orderQuery(order: Order, at: number, round: number): string {
  if (order.kind === 'remove') return `removed=${order.index + 1}&round=${round}#passengers`;
  // Who was added or changed and has left again since, in another window, is nowhere on the page.
  if (at < 0) return `round=${round}#passengers`;
  if (order.kind === 'add') return `added=${at + 1}&round=${round}#passengers-${at}-title`;
  return `retyped=${at + 1}&check=${round}#passengers-${at}-birthDate`;
}
