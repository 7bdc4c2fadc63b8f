import { formatCents, formatDuration } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import { DAY_PARTS, dayPartOf, type Filters, limitsBetween, SORTS } from '@/lib/search/filter-rules';
import { type FilterName, filterValues } from '@/lib/search/filter-url-rules';
import type { WayOffer } from '@/lib/search/types';
import { sailingsOf } from '@/lib/search/way-rules';
import { departureHour, hasCabin } from './card-view';

/** The value of a filter's parameter, and its words on the control and on the mark that takes it away. */
export type FilterOption = readonly [value: string, label: string];

export interface FilterGroup {
  readonly name: FilterName;
  readonly legend: string;
  readonly options: readonly FilterOption[];
  /** Its empty choice, where only one can be chosen. */
  readonly any?: string;
}

/** The filters of a page in words: only those that tell its trips apart, or that are asked already. */
export interface FilterView {
  /** The address of the results without filters. */
  readonly href: string;
  readonly sorts: readonly FilterOption[];
  readonly groups: readonly FilterGroup[];
  readonly texts: Readonly<
    Record<'open' | 'active' | 'sort' | 'show' | 'remove' | 'clear' | 'none' | 'out', string>
  >;
  /** What shows so many trips, on the button of the sheet. */
  readonly shows: readonly string[];
}

/** Steps of round prices, in cents, and of hours. */
const PRICE_STEPS = [500, 1000, 2000, 2500, 5000, 10_000, 20_000, 25_000, 50_000, 100_000, 1_000_000];
const HOUR_STEPS = [1, 2, 3, 4, 6, 12, 24];

/** What can be asked of these lists, outbound and return; null where there is nothing to choose from. */
export function filterView(
  lists: readonly (readonly WayOffer[])[],
  filters: Filters,
  page: { readonly locale: Locale; readonly href: string },
): FilterView | null {
  const offers = lists.flat();
  const asked = filterValues(filters);
  if (lists.every((list) => list.length < 2) && Object.values(asked).every((each) => each.length === 0))
    return null;
  const t = translator(page.locale, 'search.filters');
  const open = offers.filter(({ missing }) => missing.length === 0);
  const names = new Map(offers.flatMap(sailingsOf).map(({ operator }) => [operator.code, operator.name]));
  /** Values that tell trips apart, and what is asked already, in order. */
  const choices = (name: FilterName, found: readonly string[], all: readonly string[]) => {
    const apart = found.length > 1 ? found : [];
    return all.filter((each) => apart.includes(each) || asked[name].includes(each));
  };
  const limits = (name: 'max' | 'hours', values: readonly number[]) =>
    [...new Set([...values, ...asked[name].map(Number)])].sort((a, b) => a - b);
  const parts: string[] = [...new Set(offers.map((offer) => dayPartOf(departureHour(offer))))];
  const operators = [...names.keys()].sort();
  const withCabin = offers.filter((offer) => sailingsOf(offer).every(hasCabin)).length;
  const cents = open.flatMap(({ fares }) => fares[0]?.totalCents ?? []);
  const groups: FilterGroup[] = [
    {
      name: 'operators',
      legend: t('operators'),
      options: choices('operators', operators, [...new Set([...operators, ...asked.operators])]).map(
        (code) => [code, names.get(code) ?? code.toUpperCase()],
      ),
    },
    {
      name: 'leaves',
      legend: t('leaves'),
      options: choices('leaves', parts, DAY_PARTS).map((part) => [part, t(`parts.${part}`)]),
    },
    {
      name: 'max',
      legend: t('max'),
      any: t('anyPrice'),
      options: limits('max', limitsBetween(cents, PRICE_STEPS)).map((value) => [
        String(value),
        t('upTo', { limit: formatCents(value, page.locale, { whole: value % 100 === 0 }) }),
      ]),
    },
    {
      name: 'hours',
      legend: t('hours'),
      any: t('anyDuration'),
      options: limits(
        'hours',
        limitsBetween(
          offers.map(({ durationMinutes }) => durationMinutes / 60),
          HOUR_STEPS,
        ),
      ).map((value) => [String(value), t('upTo', { limit: formatDuration(value * 60, page.locale) })]),
    },
    {
      name: 'cabin',
      legend: t('aboard'),
      options: (withCabin > 0 && withCabin < offers.length) || filters.cabin ? [['1', t('cabin')]] : [],
    },
  ];
  return {
    href: page.href,
    sorts: SORTS.map((sort) => [sort, t(`sorts.${sort}`)]),
    groups: groups.filter(({ options }) => options.length > 0),
    texts: {
      open: t('open'),
      active: t('active'),
      sort: t('sort'),
      show: t('show'),
      remove: t('remove'),
      clear: t('clear'),
      none: t('none'),
      out: t('out'),
    },
    shows: Array.from({ length: 1 + Math.max(...lists.map((list) => list.length)) }, (_, count) =>
      t('shows', { count }),
    ),
  };
}
