import type { Locale } from '@/lib/kernel/locale';

/** The steps that have a page of their own between the choice of the crossings and the payment. */
export const STEPS = ['passengers', 'vehicles', 'cabins', 'extras', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** All that the stepper shows, in order. */
export const SHOWN_STEPS = ['sailings', ...STEPS, 'payment'] as const;

/** Address of a step. */
export function stepHref(locale: Locale, holdId: string, step: Step): string {
  return `/${locale}/book/${holdId}/${step}`;
}

/** The step after one, or null after the last. */
export function stepAfter(step: Step): Step | null {
  return STEPS[STEPS.indexOf(step) + 1] ?? null;
}

/** The step before one, or null before the first. */
export function stepBefore(step: Step): Step | null {
  return STEPS[STEPS.indexOf(step) - 1] ?? null;
}
