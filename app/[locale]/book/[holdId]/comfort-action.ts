'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { afterPress, readPress } from '@/components/booking/comfort';
import { stepAfter, stepHref } from '@/components/booking/steps';
import { reviseStandingHold } from '@/lib/inventory/revise-hold';
import { done, refuse } from '@/lib/kernel/errors';
import { readStep } from './step';
import { type ActionTarget, refusedHref } from './targets';

/**
 * A press on a plus or a minus changes the hold at once and comes back to the page; the page's own button, which
 * presses nothing, goes on to the next step.
 */
export async function changeComfort(
  target: ActionTarget,
  step: 'cabins' | 'extras',
  form: FormData,
): Promise<void> {
  const here = stepHref(target.locale, target.holdId, step);
  const press = readPress(String(form.get('press') ?? ''));
  if (!press) {
    const next = stepAfter(step);
    redirect(next ? stepHref(target.locale, target.holdId, next) : here);
  }
  const data = await readStep(target.locale, target.holdId);
  if (!data?.isOpen || !data.hold.legs[press.position]) redirect(here);
  const result = await reviseStandingHold(data.ctx, target.holdId, ({ legs }) => {
    const leg = legs.find((each) => each.position === press.position);
    if (!leg) return refuse('invalid-input');
    return done({
      legs: [{ position: press.position, [press.comfort]: afterPress(leg.selection, press) }],
    });
  });
  if (!result.ok) redirect(refusedHref(here, result.refusal, form));
  // With a script the page is drawn anew where it stands; without one it is asked for again, so that reloading it
  // does not press a second time.
  if ((await headers()).has('next-action')) return refresh();
  redirect(`${here}#leg-${press.position}`);
}
