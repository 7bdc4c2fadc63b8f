import { z } from 'zod';
import { LOCALES } from '@/lib/kernel/locale';

/** Query of what is asked for by language alone. */
export const localeQuery = z.object({ locale: z.enum(LOCALES).optional() });

export const portShape = z
  .object({
    code: z.string().length(5),
    name: z.string(),
    country: z.string().length(2),
    latitude: z.number(),
    longitude: z.number(),
    timeZone: z.string(),
  })
  .meta({ id: 'Port', description: 'A port by UN/LOCODE; the position is the terminal’s.' });
