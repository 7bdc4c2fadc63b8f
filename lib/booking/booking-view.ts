import type { HoldView } from '@/lib/inventory/views';
import type { Accessory, VehicleType } from '@/lib/pricing/types';
import type { BookingRow, LegRow, PassengerRow, VehicleRow } from './repository';
import type { BookingView, SystemBooking } from './views';

interface Party {
  readonly passengers: readonly PassengerRow[];
  readonly vehicles: readonly VehicleRow[];
  readonly legs: readonly LegRow[];
}

/** A booking as whoever holds its token may see it: no documents of travel, nothing on health. */
export function bookingView(row: BookingRow, party: Party, hold: HoldView): BookingView {
  return {
    id: row.id,
    reference: row.reference,
    holdId: row.holdId,
    status: row.status,
    statusReason: row.statusReason,
    statusChangedAt: row.statusChangedAt.toISOString(),
    locale: row.locale,
    contact: { email: row.contactEmail, phone: row.contactPhone },
    legs: hold.legs.map((leg) => ({
      ...leg,
      operatorReference: party.legs.find((each) => each.position === leg.position)?.operatorReference ?? null,
    })),
    passengers: party.passengers.map(({ id, position, type, title, givenName, familyName, birthDate }) => ({
      id,
      position,
      type,
      title,
      givenName,
      familyName,
      birthDate,
    })),
    vehicles: party.vehicles.map((vehicle) => ({
      // Written by us from a parsed party: the column is text.
      type: vehicle.type as VehicleType,
      lengthCm: vehicle.lengthCm,
      heightCm: vehicle.heightCm,
      accessories: vehicle.accessories as readonly Accessory[],
      make: vehicle.make,
      model: vehicle.model,
      plate: vehicle.plate,
    })),
    pets: hold.party.pets,
    quote: row.quote,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
  };
}

/** The same with what only jobs need. */
export function systemView(
  view: BookingView,
  row: BookingRow,
  party: Party,
  accessToken: string,
): SystemBooking {
  return {
    ...view,
    holdId: row.holdId,
    accessToken,
    passengers: view.passengers.map((passenger, index) => ({
      ...passenger,
      sex: party.passengers[index]?.sex ?? 'unspecified',
      nationality: party.passengers[index]?.nationality ?? '',
      needsAssistance: party.passengers[index]?.needsAssistance === 1,
    })),
  };
}
