import { z } from 'zod';
import { percentileOf } from '@/lib/insights/standing-rules';
import type { DatedPrice, PriceInsight } from '@/lib/insights/types';
import { money, moneyShape } from './money';
import { localDate } from './search';

const datedShape = z.object({ date: localDate, price: moneyShape });

export const insightShape = z
  .object({
    date: localDate.meta({ description: 'Day of departure.' }),
    seenDays: z.int().positive().meta({ description: 'On how many days the price was seen.' }),
    now: datedShape,
    lowest: datedShape,
    highest: datedShape,
    history: z.array(
      z
        .object({ from: localDate, until: localDate, price: moneyShape.nullable() })
        .meta({ description: 'Both days are in it; null: nothing was left to sell.' }),
    ),
    standing: z
      .object({
        percentile: z
          .number()
          .min(0)
          .max(1)
          .meta({ description: 'The share that was cheaper; 0 is cheapest.' }),
        departures: z.int().positive(),
        median: moneyShape,
      })
      .nullable()
      .meta({ description: 'Among comparable departures; null where they are too few.' }),
    advice: z
      .object({
        kind: z.enum(['book-now', 'wait']),
        days: z.int().positive().meta({ description: 'For how long waiting was tried.' }),
        departures: z.int().positive(),
        fell: z.int().min(0).meta({ description: 'On how many of them the price fell in that time.' }),
        meanGain: moneyShape.meta({
          description: 'What waiting brought on average; negative where it cost.',
        }),
      })
      .nullable()
      .meta({
        description:
          'What waiting did on comparable departures; null where they are too few or do not agree.',
      }),
  })
  .meta({ id: 'PriceInsight', description: 'For one adult in Basic without a vehicle, dues included.' });

/** An insight as the API gives it. */
export function presentInsight(insight: PriceInsight): z.output<typeof insightShape> {
  const { departureDay, seenDays, now, low, high, runs, standing, advice } = insight;
  const dated = ({ day, cents }: DatedPrice) => ({ date: day, price: money(cents) });
  return {
    date: departureDay,
    seenDays,
    now: dated(now),
    lowest: dated(low),
    highest: dated(high),
    history: runs.map(({ observedFrom, observedUntil, cents }) => ({
      from: observedFrom,
      until: observedUntil,
      price: cents === null ? null : money(cents),
    })),
    standing: standing && {
      percentile: percentileOf(standing),
      departures: standing.departures,
      median: money(standing.medianCents),
    },
    advice: advice && {
      kind: advice.kind,
      days: advice.days,
      departures: advice.departures,
      fell: advice.fell,
      meanGain: money(Math.round(advice.meanGainCents)),
    },
  };
}
