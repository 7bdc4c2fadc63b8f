import type { SystemBooking } from '@/lib/booking/views';
import { formatCents, formatClock, formatDay, formatDuration, formatTime } from '@/lib/i18n/format';
import { type Translator, translator } from '@/lib/i18n/translator';
import { daysBetween, isoWithOffset } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { SailingForSale } from '@/lib/sailings/types';
import { adviceOf, sumsOf } from './confirmation';
import { legName } from './leg-name';
import type { CrossingFacts } from './parts';

export const EMAIL_KINDS = [
  'confirmation',
  'hold-ending',
  'payment-failed',
  'debit-failed',
  'refunded',
  'money-back',
  'refund-failed',
] as const;
export type EmailKind = (typeof EMAIL_KINDS)[number];

type Pair = readonly [string, string];

/** Money that goes back, or could not: of a trip that has ended, of a second payment, or come when no more was expected. */
export interface MoneyBack {
  readonly endsTrip: boolean;
  readonly paidTwice: boolean;
  readonly cents: number;
}

/** What an e-mail says, before it is set. The HTML and the text part are both made of it. */
export interface EmailContent {
  readonly locale: Locale;
  readonly subject: string;
  readonly preview: string;
  /** Whether the poster opens it. */
  readonly poster: boolean;
  readonly badge: string | null;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly crossings: readonly CrossingFacts[];
  readonly reference: { readonly label: string; readonly value: string };
  readonly button: { readonly href: string; readonly label: string };
  readonly sums: { readonly title: string; readonly rows: readonly Pair[]; readonly total: Pair } | null;
  /** Points: what matters in bold, then the rest. */
  readonly advice: { readonly title: string; readonly points: readonly Pair[] } | null;
  readonly question: string;
  readonly siteUrl: string;
}

/** Composes an e-mail about a booking. Times are those of the port of departure of the first leg, and say so. */
export function emailContent(
  kind: EmailKind,
  booking: SystemBooking,
  sailings: readonly SailingForSale[],
  locale: Locale,
  siteUrl: string,
  moneyBack?: MoneyBack,
): EmailContent {
  const t = translator(locale, 'emails');
  const amount = formatCents(moneyBack?.cents ?? booking.quote.totalCents, locale);
  const facts = { ...factsOf(booking, sailings, locale), amount };
  const page = `${siteUrl}/${locale}/bookings/${booking.reference}/${booking.accessToken}`;
  const confirmed = kind === 'confirmation';
  const ended = kind === 'refunded';
  const instead = ended && wasTakenAway(booking);
  return {
    locale,
    subject: t(`${kind}.subject`, facts),
    preview: t(`${kind}.preview`, facts),
    poster: confirmed,
    badge: confirmed ? t('confirmation.badge') : null,
    title: t(`${kind}.title`, facts),
    paragraphs: leadsOf(kind, booking, moneyBack).map((key) => t(`${kind}.${key}`, facts)),
    crossings:
      ended || isAboutMoney(kind)
        ? []
        : booking.legs.map((leg) => crossingOf(leg, booking, sailings, locale, t)),
    reference: { label: t('frame.reference'), value: booking.reference },
    button: instead
      ? { href: `${page}#alternatives`, label: t('refunded.button-alternatives') }
      : { href: ended ? `${siteUrl}/${locale}` : page, label: t(`${kind}.button`, facts) },
    sums: confirmed ? sumsOf(booking, locale) : null,
    advice: confirmed ? adviceOf(booking, sailings, locale) : null,
    question: t('frame.question'),
    siteUrl,
  };
}

/** What the sentences of every kind may name. */
function factsOf(booking: SystemBooking, sailings: readonly SailingForSale[], locale: Locale) {
  const [first] = booking.legs;
  const last = booking.legs.findLast((leg) => leg.direction === 'outbound');
  const start = sailings.find((each) => each.id === first?.sailingId)?.from;
  const until = isoWithOffset(new Date(booking.expiresAt), start?.timeZone ?? 'Europe/Paris');
  return {
    trip:
      first && last
        ? `${portName(first.from, sailings, locale)} – ${portName(last.to, sailings, locale)}`
        : booking.reference,
    day: first ? formatDay(first.departsAt, locale, 'medium') : '',
    name: booking.passengers[0]?.givenName ?? '',
    total: formatCents(booking.quote.totalCents, locale),
    time: formatClock(until, locale),
    port: start?.names[locale] ?? '',
    reference: booking.reference,
  };
}

/** Names of the paragraphs of a kind: where money goes back, first why. */
function leadsOf(kind: EmailKind, booking: SystemBooking, moneyBack?: MoneyBack): readonly string[] {
  const refused = booking.statusReason === 'operator-refused';
  if (kind === 'refunded')
    return [
      refused ? 'lead-operator-refused' : 'lead-other',
      'back',
      ...(wasTakenAway(booking) ? ['alternatives'] : []),
    ];
  const paidTwice = moneyBack?.paidTwice ?? false;
  if (kind === 'money-back') return [paidTwice ? 'lead-paid-twice' : 'lead-other', 'back'];
  if (kind === 'refund-failed')
    return [moneyBack?.endsTrip ? 'lead-trip-ended' : paidTwice ? 'lead-paid-twice' : 'lead-other', 'next'];
  return ['lead'];
}

/** Whether the trip was refused after it was paid: its page offers other departures. */
function wasTakenAway({ statusReason }: SystemBooking): boolean {
  return statusReason === 'operator-refused' || statusReason === 'sold-out-after-hold';
}

/** Kinds that tell of one refund; the crossings have no part in them. */
function isAboutMoney(kind: EmailKind): boolean {
  return kind === 'money-back' || kind === 'refund-failed';
}

function crossingOf(
  leg: SystemBooking['legs'][number],
  booking: SystemBooking,
  sailings: readonly SailingForSale[],
  locale: Locale,
  t: Translator,
): CrossingFacts {
  const days = daysBetween(leg.departsAt.slice(0, 10), leg.arrivesAt.slice(0, 10));
  return {
    heading: legName(leg.position, booking.legs, locale),
    ship: `${leg.operator.name}, ${leg.ship.name}`,
    departure: {
      time: formatTime(leg.departsAt),
      port: portName(leg.from, sailings, locale),
      day: formatDay(leg.departsAt, locale),
    },
    arrival: {
      time: formatTime(leg.arrivesAt),
      port: portName(leg.to, sailings, locale),
      day: formatDay(leg.arrivesAt, locale),
    },
    duration: formatDuration(leg.durationMinutes, locale),
    later: days > 0 ? t('leg.later', { days }) : '',
  };
}

function portName(code: string, sailings: readonly SailingForSale[], locale: Locale): string {
  const ports = sailings.flatMap((sailing) => [sailing.from, sailing.to]);
  return ports.find((port) => port.code === code)?.names[locale] ?? code;
}
