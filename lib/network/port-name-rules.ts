import { LOCALES, type Locale, type Localized } from '@/lib/kernel/locale';

/** What port matching needs of a port. */
export interface NamedPort {
  readonly code: string;
  readonly country: string;
  readonly names: Localized;
}

/** Other names under which travellers know a port: spoken, historic, of the terminal or the region. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  FRMRS: ['marsella'],
  FRTLN: ['var'],
  FRAJA: ['corse', 'corsica', 'aiacciu'],
  FRBIA: ['corse', 'corsica'],
  FRILR: ['corse', 'corsica', 'ile rousse', 'ilerousse', 'isula rossa'],
  ITLIV: ['leghorn', 'toscane', 'tuscany', 'toscana'],
  ITCVV: ['rome', 'roma'],
  ITSAL: ['naples', 'napoli'],
  ITPMO: ['sicile', 'sicily', 'sicilia'],
  ITOLB: ['sardaigne', 'sardinia', 'sardegna'],
  ITPTO: ['sardaigne', 'sardinia', 'sardegna', 'sassari'],
  TNLGN: ['la goulette', 'goulette', 'la goletta', 'rades', 'tunis', 'tunisi', 'tunes'],
  TNZRZ: ['djerba', 'gerba', 'jerba'],
  DZALG: ['el djazair', 'argel'],
  DZBJA: ['bougie', 'bgayet'],
  DZSKI: ['philippeville'],
  DZORN: ['wahran'],
  MAPTM: ['tanger', 'tangiers', 'tangier', 'tangeri', 'tanja', 'ksar sghir'],
  MANDR: ['beni ansar', 'melilla'],
  ESBCN: ['catalogne', 'catalunya'],
};

const COUNTRIES: Readonly<Record<string, Localized>> = {
  FR: { fr: 'France', en: 'France', it: 'Francia' },
  IT: { fr: 'Italie', en: 'Italy', it: 'Italia' },
  ES: { fr: 'Espagne', en: 'Spain', it: 'Spagna' },
  TN: { fr: 'Tunisie', en: 'Tunisia', it: 'Tunisia' },
  DZ: { fr: 'Algérie', en: 'Algeria', it: 'Algeria' },
  MA: { fr: 'Maroc', en: 'Morocco', it: 'Marocco' },
};

/** The name of a port's country; the code itself for a country we do not sail to. */
export function countryName(country: string, locale: Locale): string {
  return COUNTRIES[country]?.[locale] ?? country;
}

/** A place as people say it: `Tunis (La Goulette)` is Tunis. */
export function placeName(name: string): string {
  return name.replace(/\s*\([^)]*\)/g, '').trim();
}

/** The name of a port as prose says it. */
export function shortName(port: { readonly names: Localized }, locale: Locale): string {
  return placeName(port.names[locale]);
}

/** Lower case, without accents and punctuation, one blank between words: `L’Île-Rousse` → `l ile rousse`. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * Ports that a typed text may mean, best first: name in the reader's language, names in the others, code and
 * alias, country, then a word inside. Accents and punctuation are ignored. An empty text gives all, by name.
 */
export function matchPorts<P extends NamedPort>(query: string, ports: readonly P[], locale: Locale): P[] {
  const wanted = plainText(query);
  return ports
    .map((port) => ({ port, rank: wanted === '' ? 0 : rankOf(wanted, port, locale) }))
    .filter((match) => match.rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || byName(a.port, b.port, locale))
    .map((match) => match.port);
}

/** The one port a text names exactly, in any language, by code or alias; null when none or several. */
export function portNamed<P extends NamedPort>(text: string, ports: readonly P[]): P | null {
  const wanted = plainText(text);
  const named = ports.filter((port) =>
    [port.code, ...LOCALES.map((locale) => port.names[locale]), ...(ALIASES[port.code] ?? [])].some(
      (name) => plainText(name) === wanted,
    ),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

const NO_MATCH = 6;

function rankOf(wanted: string, port: NamedPort, locale: Locale): number {
  const begins = (text: string) => plainText(text).startsWith(wanted);
  const names = LOCALES.map((each) => port.names[each]);
  const aliases = ALIASES[port.code] ?? [];
  const countries = Object.values(COUNTRIES[port.country] ?? {});
  if (begins(port.names[locale])) return 0;
  if (names.some(begins)) return 1;
  if (begins(port.code) || aliases.some(begins)) return 2;
  if (countries.some(begins)) return 3;
  if ([...names, ...aliases].some((name) => ` ${plainText(name)}`.includes(` ${wanted}`))) return 4;
  if (wanted.length >= 3 && names.some((name) => plainText(name).includes(wanted))) return 5;
  return NO_MATCH;
}

function byName(a: NamedPort, b: NamedPort, locale: Locale): number {
  return a.names[locale].localeCompare(b.names[locale], locale);
}
