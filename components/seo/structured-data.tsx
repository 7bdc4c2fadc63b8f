import { jsonLd, type Thing } from '@/lib/seo/structured-data-rules';

/** What the page says of itself to machines. */
export function StructuredData({ things }: { readonly things: readonly Thing[] }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own, in which no script can end
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd(things) }} />
  );
}
