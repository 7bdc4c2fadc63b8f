import { z } from 'zod';
import type { Locale } from '@/lib/kernel/locale';
import type { Combination } from '@/lib/search/types';
import { money, moneyShape } from './money';
import { co2Shape, instantShape, presentCo2, presentSailing, sailingShape } from './sailing';

export const connectionShape = z
  .object({
    sailings: z.array(sailingShape).length(2).meta({ description: 'In order; each with its own fares.' }),
    from: z.string(),
    to: z.string(),
    departsAt: instantShape,
    arrivesAt: instantShape,
    durationMinutes: z.int().positive(),
    transfer: z.object({
      port: z.string(),
      waitMinutes: z.int().min(0),
      neededMinutes: z.int().min(0).meta({
        description: 'The least that it may be for this party, check-in for the second ship included.',
      }),
      crossesBorder: z.boolean(),
      changesTerminal: z.boolean(),
    }),
    co2: co2Shape,
    best: z.boolean(),
    fares: z.array(
      z.object({ family: z.enum(['basic', 'standard', 'flex']), perAdult: moneyShape, total: moneyShape }),
    ),
  })
  .meta({
    id: 'Connection',
    description: 'Two sailings of one way. A hold takes them as two legs of one direction.',
  });

/** Two ships of one way as the API gives them. */
export function presentConnection(way: Combination, locale: Locale): z.output<typeof connectionShape> {
  const { from, to, departsAt, arrivesAt, durationMinutes, transfer, best } = way;
  return {
    sailings: way.sailings.map((sailing) => presentSailing(sailing, locale)),
    from,
    to,
    departsAt,
    arrivesAt,
    durationMinutes,
    transfer,
    co2: presentCo2(way.co2, locale),
    best,
    fares: way.fares.map(({ family, perAdultCents, totalCents }) => ({
      family,
      perAdult: money(perAdultCents),
      total: money(totalCents),
    })),
  };
}
