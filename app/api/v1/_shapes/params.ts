import { z } from 'zod';
import { referenceShape } from './booking';

/** `/holds/{id}` */
export const holdParams = z.object({ id: z.string().regex(/^hold_[0-9a-f]{32}$/) });

/** `/bookings/{reference}` */
export const bookingParams = z.object({ reference: referenceShape });

/** `/bookings/reference/{reference}?email=`: anything may be asked, most of it finds nothing. */
export const lookupParams = z.object({ reference: z.string().max(40) });
export const lookupQuery = z.object({ email: z.string().max(254) });
