import type { SystemBooking } from '@/lib/booking/views';
import { formatCents, formatDay, formatDuration, formatTime } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import { isoWithOffset } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { SailingForSale } from '@/lib/sailings/types';
import type { CrossingFacts } from './frame';

export const EMAIL_KINDS = ['confirmation', 'hold-ending', 'payment-failed', 'refunded'] as const;
export type EmailKind = (typeof EMAIL_KINDS)[number];

/** What an e-mail says, before it is set. The HTML and the text part are both made of it. */
export interface EmailContent {
  readonly locale: Locale;
  readonly subject: string;
  readonly preview: string;
  readonly badge: string | null;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly crossings: readonly CrossingFacts[];
  readonly reference: { readonly label: string; readonly value: string };
  readonly button: { readonly href: string; readonly label: string };
  readonly sums: { readonly title: string; readonly rows: readonly (readonly [string, string])[] } | null;
  readonly advice: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly question: string;
  readonly siteUrl: string;
}

/** Composes an e-mail about a booking. Times are those of the port of departure of the first leg. */
export function emailContent(
  kind: EmailKind,
  booking: SystemBooking,
  sailings: readonly SailingForSale[],
  locale: Locale,
  siteUrl: string,
): EmailContent {
  const t = translator(locale, 'emails');
  const name = (code: string) =>
    sailings.flatMap((each) => [each.from, each.to]).find((port) => port.code === code)?.names[locale] ??
    code;
  const first = booking.legs[0];
  const title = first
    ? `${name(first.from)} – ${name(first.to)}, ${formatDay(first.departsAt, locale)}`
    : booking.reference;
  const total = formatCents(booking.quote.totalCents, locale);
  const zone = sailings[0]?.from.timeZone ?? 'Europe/Paris';
  const time = formatTime(isoWithOffset(new Date(booking.expiresAt), zone));
  const facts = { title, total, time, reference: booking.reference };
  const page = `${siteUrl}/${locale}/bookings/${booking.reference}/${booking.accessToken}`;
  const ended = kind === 'refunded';
  const why = booking.statusReason === 'operator-refused' ? 'operator-refused' : 'other';
  return {
    locale,
    subject: t(`${kind}.subject`, facts),
    preview: t(`${kind}.preview`),
    badge: kind === 'confirmation' ? t('confirmation.badge') : null,
    title: t(`${kind}.title`, facts),
    paragraphs: ended ? [t(`refunded.lead-${why}`), t('refunded.back', facts)] : [t(`${kind}.lead`, facts)],
    crossings: ended
      ? []
      : booking.legs.map((leg, index) => ({
          heading: t(index === 0 ? 'leg.outbound' : 'leg.inbound'),
          ship: `${leg.operator.name}, ${leg.ship.name}`,
          departure: {
            time: formatTime(leg.departsAt),
            port: name(leg.from),
            day: formatDay(leg.departsAt, locale),
          },
          arrival: {
            time: formatTime(leg.arrivesAt),
            port: name(leg.to),
            day: formatDay(leg.arrivesAt, locale),
          },
          duration: formatDuration(leg.durationMinutes, locale),
        })),
    reference: { label: t('frame.reference'), value: booking.reference },
    button: { href: ended ? `${siteUrl}/${locale}` : page, label: t(`${kind}.button`, facts) },
    sums: kind === 'confirmation' ? sumsOf(booking, locale, title) : null,
    advice: kind === 'confirmation' ? adviceOf(booking, sailings, locale) : null,
    question: t('frame.question'),
    siteUrl,
  };
}

function sumsOf(booking: SystemBooking, locale: Locale, title: string): EmailContent['sums'] {
  const t = translator(locale, 'emails');
  const legs = booking.legs.map((leg, index): [string, string] => [
    t(index === 0 ? 'leg.outbound' : 'leg.inbound'),
    formatCents(booking.quote.legTotals[leg.position] ?? 0, locale),
  ]);
  const rows =
    legs.length > 1 ? legs : [[title, formatCents(booking.quote.totalCents, locale)] as [string, string]];
  return {
    title: t('confirmation.paid'),
    rows: [...rows, [t('confirmation.total'), formatCents(booking.quote.totalCents, locale)]],
  };
}

function adviceOf(
  booking: SystemBooking,
  sailings: readonly SailingForSale[],
  locale: Locale,
): EmailContent['advice'] {
  const t = translator(locale, 'emails');
  const lines = booking.legs.flatMap((leg) => {
    const sailing = sailings.find((each) => each.id === leg.sailingId);
    if (!sailing) return [];
    const minutes =
      booking.vehicles.length > 0 ? sailing.checkInVehicleMinutes : sailing.checkInPassengerMinutes;
    const at = isoWithOffset(new Date(sailing.departsAt.getTime() - minutes * 60_000), sailing.from.timeZone);
    return [
      t('confirmation.checkIn', {
        port: sailing.from.names[locale],
        time: `${formatDay(at, locale)} ${formatTime(at)}`,
        terminal: sailing.terminal[locale],
      }),
    ];
  });
  return { title: t('confirmation.before'), lines };
}
