import type { z } from 'zod';
import type { PassengerType } from '@/lib/pricing/types';
import { documentInput, passengerInput } from './input';
import type { PartlyRead } from './types';

/** What can be read of a traveller that `passengerInput` does not take. */
export function partlyRead(
  type: PassengerType,
  typed: {
    readonly birthDate?: unknown;
    readonly document?: { readonly type?: unknown; readonly expiresOn?: unknown };
  },
): PartlyRead {
  const { document } = typed;
  return {
    isPart: true,
    type,
    birthDate: readable(passengerInput.shape.birthDate, typed.birthDate),
    document: document
      ? {
          type: readable(documentInput.shape.type, document.type),
          expiresOn: readable(documentInput.shape.expiresOn, document.expiresOn),
        }
      : null,
  };
}

function readable<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
