import { useLocale } from 'next-intl';
import type { Locale } from '@/lib/kernel/locale';
import { CrossingLine } from './crossing-line';
import { type CrossingFacts, crossingView } from './crossing-view';

/** A crossing by its bare facts, in the language of the page. */
export function Crossing(facts: CrossingFacts) {
  return <CrossingLine crossing={crossingView(facts, useLocale() as Locale)} />;
}
