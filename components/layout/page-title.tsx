/** How the title of a page reads in the tab; `%s` is the page's own. */
export const TITLE_TEMPLATE = '%s · Voilà Ferry';

/**
 * The title as part of the page, for pages that actions draw anew; their `metadata.title` is null. Titles in `metadata`
 * come in a Suspense of their own: while a page is drawn anew the document has none for a few frames, and the
 * announcer of routes then reads the heading out, or nothing. This one comes with the page, in the head as well.
 */
export function PageTitle({ children }: { readonly children: string }) {
  return <title>{TITLE_TEMPLATE.replace('%s', () => children)}</title>;
}
