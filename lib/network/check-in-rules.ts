/** How long before departure one must be at the port. */
interface CheckIn {
  readonly checkInPassengerMinutes: number;
  readonly checkInVehicleMinutes: number;
}

/** Vehicles must be there earlier than people on foot; where an operator says otherwise, who drives keeps both. */
export function checkInMinutes(at: CheckIn, withVehicle: boolean): number {
  return withVehicle
    ? Math.max(at.checkInVehicleMinutes, at.checkInPassengerMinutes)
    : at.checkInPassengerMinutes;
}

/** The latest moment to be at the port. `departsAt` is an instant, or ISO with an offset. */
export function checkInClosesAt(
  crossing: CheckIn & { readonly departsAt: Date | string },
  withVehicle: boolean,
): Date {
  return new Date(new Date(crossing.departsAt).getTime() - checkInMinutes(crossing, withVehicle) * 60_000);
}
