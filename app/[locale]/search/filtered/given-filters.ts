import { readFilters, writeFilters } from '@/lib/search/filter-url-rules';

/** Parameters as a page gets them. */
export type Given = Readonly<Record<string, string | string[] | undefined>>;

/** The filters of a page's parameters, and whether they stand there as they are written: else the page redirects. */
export function givenFilters(given: Given): { readonly filters: string; readonly isWritten: boolean } {
  const filters = writeFilters(readFilters(given));
  // A list that is repeated is not written as we write it.
  const query = Object.entries(given)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('&') : value}`)
    .join('&');
  return { filters, isWritten: filters !== '' && filters === query };
}
