import type { Locale } from '@/lib/kernel/locale';

/** Where most who cross come from: offered first. */
const FIRST = ['FR', 'TN', 'DZ', 'MA', 'IT', 'ES'];

/** ISO 3166-1 alpha-2, and XK, which passports of Kosovo are given by most. */
const CODES =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN ' +
  'CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR ' +
  'HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ' +
  'ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA ' +
  'RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG ' +
  'US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW';

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** Countries a passport can be of, by name in a language: the usual ones first, all in alphabetical order after. */
export function countriesIn(locale: Locale): {
  readonly first: readonly Country[];
  readonly all: readonly Country[];
} {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const named = (code: string) => ({ code, name: names.of(code) ?? code });
  const order = new Intl.Collator(locale);
  return {
    first: FIRST.map(named),
    all: CODES.split(' ')
      .map(named)
      .sort((a, b) => order.compare(a.name, b.name)),
  };
}
