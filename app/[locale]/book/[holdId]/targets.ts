import type { Refusal } from '@/lib/kernel/errors';
import type { Locale } from '@/lib/kernel/locale';

/** What an action of a step is bound to. */
export interface ActionTarget {
  readonly locale: Locale;
  readonly holdId: string;
}

/** Number of the try, so that the same errors twice are announced twice. */
export function nextRound(form: FormData): number {
  const round = Number(form.get('round') ?? 0);
  return Number.isSafeInteger(round) && round >= 0 && round < 1000 ? round + 1 : 1;
}

/** The page again, telling what was refused: a code, and what of the trip it is about, or what is wrong with the input. */
export function refusedHref(href: string, refusal: Refusal, form: FormData): string {
  const query = new URLSearchParams({ refused: refusal.code, check: String(nextRound(form)) });
  const [wrong] = Object.values(refusal.fields ?? {}).flat();
  const what = refusal.params?.what ?? wrong?.code;
  if (what !== undefined) query.set('what', String(what));
  return `${href}?${query}#errors`;
}
