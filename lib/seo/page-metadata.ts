import type { Metadata } from 'next';
import { DEFAULT_LOCALE, LOCALES, type Locale, type Localized } from '@/lib/kernel/locale';

interface PageFacts {
  readonly locale: Locale;
  /** Without the name of the site, which follows; `absolute` where it has it already. */
  readonly title: string | { readonly absolute: string };
  readonly description: string;
  /** The page's path in every language, the language in it. */
  readonly paths: Localized;
  /** Address of its picture. */
  readonly image?: string;
}

/** Title, description, canonical address, the same page in the other languages, and what is shown where it is shared. */
export function pageMetadata({ locale, title, description, paths, image }: PageFacts): Metadata {
  return {
    title,
    description,
    alternates: {
      canonical: paths[locale],
      languages: { ...paths, 'x-default': paths[DEFAULT_LOCALE] },
    },
    openGraph: {
      title: typeof title === 'string' ? title : title.absolute,
      description,
      url: paths[locale],
      locale,
      siteName: 'Voilà Ferry',
      type: 'website',
      ...(image && { images: [{ url: image, width: 1200, height: 630 }] }),
    },
  };
}

/** The addresses of a page with the language in them. */
export function inLanguages(paths: Localized): Localized {
  return Object.fromEntries(LOCALES.map((locale) => [locale, `/${locale}${paths[locale]}`])) as Record<
    Locale,
    string
  >;
}
