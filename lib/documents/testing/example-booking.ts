import type { SystemBooking } from '@/lib/booking/views';
import { exampleTariff } from '@/lib/pricing/testing/arbitraries';
import type { LineCode, Quote, QuoteLine } from '@/lib/pricing/types';
import type { SailingForSale } from '@/lib/sailings/types';

/* A booked trip for tests of what documents and letters say: invented people, a car, two operators. */

const left = { state: 'available', left: 40 } as const;
const availability = {
  passengers: left,
  vehicles: { ...left, laneCm: 20_000 },
  cabins: [],
  seats: [],
};
const ports = {
  FRMRS: port('FRMRS', 'Europe/Paris', 'Marseille', 'Marsiglia'),
  TNLGN: port('TNLGN', 'Africa/Tunis', 'Tunis (La Goulette)', 'Tunisi (La Goletta)'),
};

function port(code: string, timeZone: string, name: string, it: string) {
  const names = { fr: name, en: name, it };
  return { code, country: code.slice(0, 2), latitude: 0, longitude: 0, timeZone, names };
}

/** A quote whose total and parts agree with its lines. */
export function quoteOf(lines: readonly QuoteLine[], legs: number): Quote {
  const sum = (some: readonly QuoteLine[]) => some.reduce((cents, line) => cents + line.totalCents, 0);
  return {
    currency: 'EUR',
    lines,
    legTotals: Array.from({ length: legs }, (_, leg) => sum(lines.filter((line) => line.leg === leg))),
    totalCents: sum(lines),
  };
}

export function line(leg: number, code: LineCode, quantity: number, unitCents: number): QuoteLine {
  return { leg, code, quantity, unitCents, totalCents: quantity * unitCents };
}

/** Out on 14 July in the evening, back on the 31st: two adults, a child, a car. */
export function exampleBooking(overrides: Partial<SystemBooking> = {}): SystemBooking {
  const legs = [
    leg(0, 'FRMRS', 'TNLGN', '2027-07-14T17:30:00+02:00', '2027-07-15T13:30:00+01:00'),
    leg(1, 'TNLGN', 'FRMRS', '2027-07-31T15:00:00+01:00', '2027-07-31T23:55:00+02:00'),
  ];
  const lines = legs.flatMap(({ position }) => [
    line(position, 'fare-adult', 2, 14_950),
    line(position, 'vehicle-car', 1, 29_900),
    line(position, 'port-dues', 3, 1_500),
  ]);
  return {
    id: 'bkg_example',
    reference: 'VF-7K2M4QX',
    holdId: 'hold_example',
    accessToken: 'token-of-the-example',
    status: 'confirmed',
    statusReason: null,
    statusChangedAt: '2027-03-10T09:01:00.000Z',
    locale: 'fr',
    contact: { email: 'ines@example.test', phone: '+33612345678' },
    legs,
    passengers: [
      passenger(0, 'adult', 'Inès', 'Ben Salah'),
      passenger(1, 'adult', 'Jean-Sébastien', 'de La Rochefoucauld'),
      { ...passenger(2, 'child', 'Naïm', 'Ben Salah'), birthDate: '2018-05-02' },
    ],
    vehicles: [
      {
        type: 'car',
        make: 'Peugeot',
        model: '308',
        plate: 'GH-482-KT',
        lengthCm: 440,
        heightCm: 150,
        accessories: [],
      },
    ],
    pets: 0,
    quote: quoteOf(lines, legs.length),
    createdAt: '2027-03-10T10:00:00.000Z',
    expiresAt: '2027-03-10T10:30:00.000Z',
    confirmedAt: '2027-03-10T10:12:00.000Z',
    ...overrides,
  };
}

/** The sailings of a booking, as selling sees them. */
export function sailingsOf(booking: SystemBooking): SailingForSale[] {
  return booking.legs.map((each) => ({
    id: each.sailingId,
    routeId: `${each.from}-${each.to}`,
    status: 'scheduled',
    departed: false,
    operator: { ...each.operator, country: 'FR', ageBands: exampleTariff.ageBands },
    ship: { ...each.ship, amenities: [] },
    from: ports[each.from as keyof typeof ports],
    to: ports[each.to as keyof typeof ports],
    departsAt: new Date(each.departsAt),
    arrivesAt: new Date(each.arrivesAt),
    delayMinutes: 0,
    departureDay: each.departureDay,
    durationMinutes: each.durationMinutes,
    terminal: each.terminal,
    checkInPassengerMinutes: each.checkInPassengerMinutes,
    checkInVehicleMinutes: each.checkInVehicleMinutes,
    tariff: exampleTariff,
    fareRules: {} as SailingForSale['fareRules'],
    availability,
    stock: [],
  }));
}

type Leg = SystemBooking['legs'][number];

function leg(position: number, from: string, to: string, departsAt: string, arrivesAt: string): Leg {
  return {
    position,
    direction: position === 0 ? 'outbound' : 'return',
    sailingId: `example-${from}-${to}`,
    operator: position === 0 ? { code: 'cl', name: 'Corsica Linea' } : { code: 'ctn', name: 'CTN' },
    ship: { code: 'ship', name: 'Danielle Casanova' },
    from,
    to,
    departsAt,
    arrivesAt,
    delayMinutes: 0,
    departureDay: departsAt.slice(0, 10),
    durationMinutes: (Date.parse(arrivesAt) - Date.parse(departsAt)) / 60_000,
    terminal: { fr: 'Gare maritime', en: 'Ferry terminal', it: 'Stazione marittima' },
    checkInPassengerMinutes: 120,
    checkInVehicleMinutes: 180,
    fareFamily: 'standard',
    selection: { fareFamily: 'standard', cabins: [{ code: 'outside-4', quantity: 1 }], seats: [], meals: [] },
    tariff: exampleTariff,
    conditions: { changeFeeCents: 3_000, refundable: true },
    cancellation: [{ hoursBefore: 0, keptPercent: 100 }],
    availability,
    operatorReference: `OP-${position}`,
  };
}

function passenger(
  position: number,
  type: SystemBooking['passengers'][number]['type'],
  givenName: string,
  familyName: string,
): SystemBooking['passengers'][number] {
  return {
    id: `pax_${position}`,
    position,
    type,
    title: 'mrs',
    givenName,
    familyName,
    birthDate: '1988-03-09',
    sex: 'unspecified',
    nationality: 'FR',
    needsAssistance: false,
  };
}
