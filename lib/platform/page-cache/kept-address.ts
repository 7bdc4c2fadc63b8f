/** A page in a language that is not made per request; `lib/platform/matched-pages.test.ts` compares it with the pages. */
const KEPT =
  /^\/(fr|en|it)(?!\/(?:search|search\/choose|search\/filtered\/.*|bookings|bookings\/.*|book\/.*)$)(\/|$)/;
/** By which Next's own requests for data differ; it sends those who lack it to the address that has it. */
const NEXTS_OWN = /(?:^\?|&)(_rsc(?:=[\w-]*)?)(?=&|$)/;

/**
 * The address without its query where a kept page lives. Next writes the query of whoever asks first into the page that
 * it keeps for all, and gives it to all who wait for the same page: it must not see one.
 */
export function keptAddress(url: string): string {
  const at = url.indexOf('?');
  if (at < 0) return url;
  const path = url.slice(0, at);
  if (!KEPT.test(path)) return url;
  const own = NEXTS_OWN.exec(url.slice(at))?.[1];
  return own ? `${path}?${own}` : path;
}

/** The address of a kept page from its key, which Next makes of the page's source and the address. */
export function addressOfKey(key: string): string {
  return key.slice(key.indexOf('/$/') < 0 ? 0 : key.indexOf('/$/') + 2);
}
