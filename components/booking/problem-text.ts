import { formatDay } from '@/lib/i18n/format';
import { isLocalDate } from '@/lib/kernel/dates';
import type { FieldProblem } from '@/lib/kernel/errors';
import type { Locale } from '@/lib/kernel/locale';

/** Problems by path of the field, as verbs report them: `passengers.0.birthDate`. */
export type Problems = Readonly<Record<string, readonly FieldProblem[]>>;

/** Texts of a namespace, whatever translator they come from. */
export interface ProblemTexts {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

/** The sentence for what is wrong with a field; a code without a sentence of its own says to look at the field again. */
export function problemText(t: ProblemTexts, problem: FieldProblem, locale: Locale): string {
  return t.has(problem.code) ? t(problem.code, inWords(problem.params ?? {}, locale)) : t('other');
}

/** Facts of a message with their days in words. */
export function inWords(
  facts: Readonly<Record<string, string | number>>,
  locale: Locale,
): Record<string, string | number> {
  const entries = Object.entries(facts).map(([key, value]) => [
    key,
    typeof value === 'string' && isLocalDate(value) ? formatDay(value, locale, 'numeric') : value,
  ]);
  return Object.fromEntries(entries);
}

/** Identifier of the field's control in the page, from its path. */
export function fieldId(path: string): string {
  return path.replaceAll('.', '-');
}
