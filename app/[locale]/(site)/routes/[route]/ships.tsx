import { ShipList } from '@/components/landing/ship-list';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import type { LinePage } from './line';

/** The ships that sail the line, those that sail it most first. */
export function Ships({ line, locale }: { readonly line: LinePage; readonly locale: Locale }) {
  const { operators, ships: known } = line.network;
  const ships = line.facts.ships.flatMap((code) => known.get(code) ?? []);
  if (ships.length === 0) return null;
  const title = translator(locale, 'line.ships')('title');
  return <ShipList title={title} ships={ships} locale={locale} operators={operators} />;
}
