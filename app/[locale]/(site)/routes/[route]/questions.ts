import type { Question } from '@/components/landing/questions';
import { formatCents, formatDay, formatNumber } from '@/lib/i18n/format';
import type { Translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import { kilometresOf } from '@/lib/network/distance-rules';
import type { Network, Port, Route } from '@/lib/network/types';
import type { priceSpan } from '@/lib/sailings/month-price-rules';
import { checkInLines } from '../../check-in-lines';

interface Facts {
  readonly t: Translator;
  readonly locale: Locale;
  readonly route: Route;
  readonly network: Network;
  readonly from: Port;
  readonly to: Port;
  readonly prices: ReturnType<typeof priceSpan>;
  readonly perWeek: { readonly winter: number; readonly summer: number };
  /** Names of the ports without what stands in brackets. */
  readonly names: { readonly from: string; readonly to: string };
  readonly hours: string;
}

const MEMBERS = new Set(['FR', 'IT', 'ES']);

/** What people ask about a line, answered from what is known of this one; a question without an answer is left out. */
export function questionsOf(facts: Facts): Question[] {
  const asked = [price, duration, often, checkIn, papers, pets, vehicle, late];
  return asked.flatMap((ask) => ask(facts) ?? []);
}

function ask({ t, names }: Facts, key: string, values: Record<string, string | number> = {}): Question {
  const all = { ...names, ...values };
  const variant = values.variant ?? '';
  return { question: t(`${key}.q`, all), answer: t(`${key}.a${variant}`, all) };
}

function price(facts: Facts): Question | null {
  if (!facts.prices) return null;
  const { low, high } = facts.prices;
  const whole = (cents: number) => formatCents(cents, facts.locale, { whole: true });
  return ask(facts, 'price', {
    low: whole(low.totalCents),
    day: formatDay(low.day, facts.locale, 'numeric'),
    high: whole(high.totalCents),
  });
}

function duration(facts: Facts): Question | null {
  if (facts.route.maxMinutes === 0) return null;
  const isNight = facts.route.minMinutes > 8 * 60;
  return ask(facts, 'duration', {
    hours: facts.hours,
    miles: facts.route.nauticalMiles,
    kilometres: Math.round(kilometresOf(facts.route.nauticalMiles)),
    variant: isNight ? '-night' : '',
  });
}

function often(facts: Facts): Question | null {
  const { winter, summer } = facts.perWeek;
  if (summer === 0) return null;
  const operators = operatorNames(facts);
  return ask(facts, 'often', {
    winter: formatNumber(winter, facts.locale),
    summer: formatNumber(summer, facts.locale),
    operators,
    variant: winter === 0 ? '-summer' : winter === summer ? '-alike' : '',
  });
}

function checkIn(facts: Facts): Question | null {
  const lines = checkInLines([facts], facts.network, facts.locale);
  return lines.length > 0 ? ask(facts, 'checkIn', { lines: lines.join(' ') }) : null;
}

function papers(facts: Facts): Question {
  const { from, to } = facts;
  const isAbroad = !MEMBERS.has(from.country) || !MEMBERS.has(to.country);
  const minors =
    isAbroad && facts.route.operatorCodes.includes('corsica-linea') ? facts.t('papers.minors') : '';
  const question = ask(facts, 'papers', {
    variant: isAbroad ? '-abroad' : from.country === to.country ? '-home' : '-union',
  });
  return { ...question, answer: [question.answer, minors].filter(Boolean).join(' ') };
}

function pets(facts: Facts): Question | null {
  const { from, to } = facts;
  const intoUnion = MEMBERS.has(to.country) && !MEMBERS.has(from.country);
  return ask(facts, 'pets', {
    variant: intoUnion ? '-into' : MEMBERS.has(to.country) ? '' : '-out',
  });
}

function vehicle(facts: Facts): Question {
  return ask(facts, 'vehicle');
}

/** Regulation (EU) 1177/2010, Art. 2 and 19: from a port of the Union any carrier, into one the Union's carriers alone. */
function late(facts: Facts): Question | null {
  const { route, network, from, to } = facts;
  const fromUnion = MEMBERS.has(from.country);
  const carriers = route.operatorCodes.flatMap((code) => network.operators.get(code) ?? []);
  const covered = fromUnion ? carriers : carriers.filter((each) => MEMBERS.has(each.country));
  if (!fromUnion && !MEMBERS.has(to.country)) return null;
  if (covered.length === 0) return ask(facts, 'late', { variant: '-none', operators: operatorNames(facts) });
  const hours = route.maxMinutes / 60;
  const [quarter, half] = hours <= 4 ? [1, 2] : hours <= 8 ? [2, 4] : hours <= 24 ? [3, 6] : [6, 12];
  const partly = covered.length < carriers.length ? '-partly' : '';
  return ask(facts, 'late', {
    quarter,
    half,
    operators: covered.map((each) => each.name).join(', '),
    variant: partly,
  });
}

function operatorNames({ route, network }: Facts): string {
  return route.operatorCodes.map((code) => network.operators.get(code)?.name ?? code).join(', ');
}
