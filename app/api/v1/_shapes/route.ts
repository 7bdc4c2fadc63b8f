import { z } from 'zod';
import type { Locale } from '@/lib/kernel/locale';
import { shortName } from '@/lib/network/port-name-rules';
import type { Line, Network } from '@/lib/network/types';
import type { LowestPrice } from '@/lib/sailings/types';
import { money, moneyShape } from './money';
import { localDate, portCode } from './search';

export const routeShape = z
  .object({
    id: z.string().meta({ example: 'FRMRS-TNLGN' }),
    from: portCode,
    to: portCode,
    name: z.string().meta({ example: 'Marseille – Tunis' }),
    operators: z.array(z.object({ code: z.string(), name: z.string() })),
    nauticalMiles: z.number().positive(),
    minutes: z
      .object({ shortest: z.int().positive(), longest: z.int().positive() })
      .nullable()
      .meta({ description: 'Null where nothing is in the timetable.' }),
    lowest: z
      .object({ date: localDate, price: moneyShape })
      .nullable()
      .meta({ description: 'The lowest price of one adult over the next 90 days, dues included.' }),
  })
  .meta({ id: 'Route', description: 'A direction that is sailed.' });

/** A direction as the API gives it. */
export function presentRoute(
  { route, from, to }: Line,
  lowest: LowestPrice | undefined,
  network: Network,
  locale: Locale,
): z.output<typeof routeShape> {
  return {
    id: route.id,
    from: route.from,
    to: route.to,
    name: `${shortName(from, locale)} – ${shortName(to, locale)}`,
    operators: route.operatorCodes.map((code) => ({ code, name: network.operators.get(code)?.name ?? code })),
    nauticalMiles: route.nauticalMiles,
    minutes: route.maxMinutes > 0 ? { shortest: route.minMinutes, longest: route.maxMinutes } : null,
    lowest: lowest ? { date: lowest.day, price: money(lowest.totalCents) } : null,
  };
}
