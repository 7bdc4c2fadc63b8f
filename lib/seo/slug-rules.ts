import { LOCALES, type Locale, type Localized } from '@/lib/kernel/locale';
import { placeName, plainText } from '@/lib/network/port-name-rules';

/** What an address needs of a port. */
export interface SluggedPort {
  readonly code: string;
  readonly names: Localized;
}

/** What an address needs of a line. */
interface SluggedLine {
  readonly from: SluggedPort;
  readonly to: SluggedPort;
}

/** A name as part of an address: `L’Île-Rousse` → `l-ile-rousse`; what stands in parentheses is left out. */
export function slugOf(name: string): string {
  return plainText(placeName(name)).replaceAll(' ', '-');
}

/** `marseille-tunis`: a direction in the language of the page. */
export function routeSlug(from: SluggedPort, to: SluggedPort, locale: Locale): string {
  return `${slugOf(from.names[locale])}-${slugOf(to.names[locale])}`;
}

/** The line of a slug in a language; null for any other text, also for a slug of another language. */
export function lineOfSlug<L extends SluggedLine>(
  slug: string,
  locale: Locale,
  lines: readonly L[],
): L | null {
  return lines.find(({ from, to }) => routeSlug(from, to, locale) === slug) ?? null;
}

/** The port of a slug in a language, or null. */
export function portOfSlug<P extends SluggedPort>(
  slug: string,
  locale: Locale,
  ports: readonly P[],
): P | null {
  return ports.find((port) => slugOf(port.names[locale]) === slug) ?? null;
}

/** The operator of a slug, or null: operators have one name everywhere. */
export function operatorOfSlug<O extends { readonly name: string }>(
  slug: string,
  operators: readonly O[],
): O | null {
  return operators.find((operator) => slugOf(operator.name) === slug) ?? null;
}

/** Address of a page in each language, without the language itself: `/routes/genes-tunis`. */
const inEach = (path: (locale: Locale) => string): Localized =>
  Object.fromEntries(LOCALES.map((locale) => [locale, path(locale)])) as Record<Locale, string>;

export const routePaths = (from: SluggedPort, to: SluggedPort): Localized =>
  inEach((locale) => `/routes/${routeSlug(from, to, locale)}`);

/** Address of the page of a line, the language in it. */
export const linePath = ({ from, to }: SluggedLine, locale: Locale): string =>
  `/${locale}${routePaths(from, to)[locale]}`;

export const portPaths = (port: SluggedPort): Localized =>
  inEach((locale) => `/ports/${slugOf(port.names[locale])}`);

export const operatorPaths = (operator: { readonly name: string }): Localized =>
  inEach(() => `/operators/${slugOf(operator.name)}`);

/** The lists of the network, and where they are. */
export const LIST_PATHS = { lines: '/routes', ports: '/ports', operators: '/operators' } as const;
export type ListName = keyof typeof LIST_PATHS;

/** The same address in every language. */
export const samePaths = (path: string): Localized => inEach(() => path);
