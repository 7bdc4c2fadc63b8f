import { DAY_PARTS, type Filters, NO_FILTERS, SORTS } from './filter-rules';

/*
 * Filters in an address: `?sort=price&operators=ctn,gnv&leaves=morning,evening&cabin=1&max=80000&hours=24`. Read
 * tolerantly, as forms and people write them; written in one way.
 */

/** In the order in which they are written. */
const NAMES = ['sort', 'operators', 'leaves', 'cabin', 'max', 'hours'] as const;
export type FilterName = (typeof NAMES)[number];

/** Each filter as the words of its parameter; empty where nothing is asked. */
export type FilterValues = Readonly<Record<FilterName, readonly string[]>>;

/** More operators than there are is nonsense. */
const MOST_OPERATORS = 12;

/** The filters of parameters as a page has them. Lists may be repeated or parted by commas; nonsense is nothing. */
export function readFilters(
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
): Filters {
  const words = (name: FilterName) => [given[name] ?? []].flat().flatMap((each) => each.split(','));
  const known = <T extends string>(name: FilterName, all: readonly T[]) =>
    all.filter((each) => words(name).includes(each));
  const number = (name: FilterName, digits: RegExp) => {
    const word = words(name)[0] ?? '';
    return digits.test(word) ? Number(word) : null;
  };
  const operators = new Set(words('operators').filter((each) => /^[a-z][a-z0-9-]{0,30}$/.test(each)));
  const leaves = known('leaves', DAY_PARTS);
  return {
    sort: known('sort', SORTS).at(-1) ?? NO_FILTERS.sort,
    operators: [...operators].sort().slice(0, MOST_OPERATORS),
    // The whole day is no filter.
    leaves: leaves.length === DAY_PARTS.length ? [] : leaves,
    cabin: words('cabin').includes('1'),
    max: number('max', /^[1-9]\d{0,6}$/),
    hours: number('hours', /^[1-9]\d?$/),
  };
}

/** The same from the query of an address, with or without its question mark. */
export function parseFilters(query: string): Filters {
  const params = new URLSearchParams(query);
  return readFilters(Object.fromEntries(NAMES.map((name) => [name, params.getAll(name)])));
}

/** The filters as words: what their controls and their parameters hold. */
export function filterValues({ sort, operators, leaves, cabin, max, hours }: Filters): FilterValues {
  return {
    sort: sort === NO_FILTERS.sort ? [] : [sort],
    operators,
    leaves,
    cabin: cabin ? ['1'] : [],
    max: max === null ? [] : [String(max)],
    hours: hours === null ? [] : [String(hours)],
  };
}

/** The one way of writing filters; empty when nothing is asked. */
export function writeFilters(filters: Filters): string {
  const values = filterValues(filters);
  return NAMES.filter((name) => values[name].length > 0)
    .map((name) => `${name}=${values[name].join(',')}`)
    .join('&');
}

const RESULTS =
  /^((?:\/[a-z]{2})?\/search\/)(?:filtered\/)?((?:calendar\/|[A-Z]{5}-[A-Z]{5}\/)[^?#]*)(?:\?[^#]*)?(#.*)?$/;

/**
 * An address of results or of their calendar with these filters in place of those it had: without any it is that of
 * the kept page, with some that of one made per request. Other addresses stay as they are.
 */
export function withFilters(href: string, query: string): string {
  return href.replace(RESULTS, (_, start: string, rest: string, place = '') =>
    query === '' ? `${start}${rest}${place}` : `${start}filtered/${rest}?${query}${place}`,
  );
}

/** The filters of an address, written in the one way. */
export function filtersOfAddress({ pathname, search }: { pathname: string; search: string }): string {
  return pathname.includes('/search/filtered/') ? writeFilters(parseFilters(search)) : '';
}
