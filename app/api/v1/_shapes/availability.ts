import { z } from 'zod';
import { liveSailing, roomNumber } from '@/lib/realtime/protocol';
import { MAX_DATES, MAX_ROUTES } from '@/lib/realtime/rooms';
import { localDate } from './search';

const listOf = (each: z.ZodType<string, string>, max: number, example: string) =>
  z
    .string()
    .transform((text) => [...new Set(text.split(','))].sort())
    .pipe(z.array(each).min(1).max(max))
    .meta({ example });

/** Query of `GET /api/v1/sailings/availability`: every route on every date. */
export const availabilityQuery = z.object({
  routes: listOf(z.string().regex(/^[A-Z]{5}-[A-Z]{5}$/), MAX_ROUTES, 'FRMRS-TNLGN,TNLGN-FRMRS'),
  dates: listOf(localDate, MAX_DATES, '2027-07-14'),
});

export const snapshotShape = z
  .object({
    data: z.array(liveSailing),
    rooms: z
      .array(roomNumber)
      .meta({ description: 'The number of the last message of the live channel that is in it.' }),
  })
  .meta({ id: 'AvailabilitySnapshot' });
