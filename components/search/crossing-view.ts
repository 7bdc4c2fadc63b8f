import { formatDay, formatDuration, formatTime } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import { daysBetween, minutesLater } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';

/** A crossing in words, local time at both ends. */
export interface CrossingView {
  readonly departs: EndView;
  readonly arrives: EndView;
  /** « 22 h, direct ». */
  readonly middle: string;
  /** « +1 jour »; absent when it arrives the same day. */
  readonly later?: string;
  /** « Retard annoncé de 40 min : départ prévu vers 18:10 »; absent when it is on time. */
  readonly late?: string;
}

export interface EndView {
  /** ISO instant with the offset of the port. */
  readonly at: string;
  readonly time: string;
  readonly port: string;
  readonly day: string;
}

export interface CrossingFacts {
  /** ISO instants with the offset of their port. */
  readonly departsAt: string;
  readonly arrivesAt: string;
  readonly durationMinutes: number;
  /** Minutes later than published; 0 when missing. */
  readonly delayMinutes?: number;
  readonly fromName: string;
  readonly toName: string;
  /** How often one changes ships; 0 when missing. */
  readonly transfers?: 1;
}

export function crossingView(facts: CrossingFacts, locale: Locale): CrossingView {
  const { departsAt, arrivesAt, delayMinutes = 0 } = facts;
  const t = translator(locale, 'ui');
  const end = (at: string, port: string): EndView => ({
    at,
    time: formatTime(at),
    port,
    day: formatDay(at, locale),
  });
  const nights = daysBetween(departsAt.slice(0, 10), arrivesAt.slice(0, 10));
  return {
    departs: end(departsAt, facts.fromName),
    arrives: end(arrivesAt, facts.toName),
    middle: t(facts.transfers ? 'crossing.transfer' : 'crossing.direct', {
      duration: formatDuration(facts.durationMinutes, locale),
    }),
    ...(nights > 0 && { later: t('crossing.daysLater', { days: nights }) }),
    ...(delayMinutes > 0 && {
      late: t('crossing.late', {
        delay: formatDuration(delayMinutes, locale),
        time: formatTime(minutesLater(departsAt, delayMinutes)),
      }),
    }),
  };
}
