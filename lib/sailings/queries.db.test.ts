import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { seedDatabase } from '@/db/seed/seed';
import { localDateOf } from '@/lib/kernel/dates';
import { listPorts, listRoutes, portByCode } from '@/lib/network/queries';
import { env } from '@/lib/platform/env';
import { nextSailingDays, sailingsForSale } from './queries';

const CTN = 'ctn-FRMRS-TNLGN-20270714-1200';
const ROUTE = 'FRMRS-TNLGN';
const NOW = new Date('2027-02-01T09:00:00Z');

/** The template begins on the day of the run; these tests have dates of their own. */
beforeAll(() => seedDatabase(env.DATABASE_URL, { from: '2027-01-25', days: 200 }));
afterEach(() => sql`update sailings set status = 'scheduled' where status = 'cancelled'`);

describe('a sailing for sale', () => {
  it('comes with all that a hold stores', async () => {
    const [sailing] = await sailingsForSale([CTN], NOW);
    expect(sailing).toMatchObject({
      id: CTN,
      status: 'scheduled',
      departed: false,
      departureDay: '2027-07-14',
      durationMinutes: 1_320,
      operator: { code: 'ctn', name: 'CTN', country: 'TN' },
      ship: { code: 'tanit', name: 'Tanit' },
      from: { code: 'FRMRS', timeZone: 'Europe/Paris' },
      to: { code: 'TNLGN', timeZone: 'Africa/Tunis' },
      checkInPassengerMinutes: 60,
      fareRules: { basic: { version: 1 }, flex: { conditions: { changeFeeCents: 0, refundable: true } } },
    });
    expect(sailing?.stock.map((line) => line.id)).toContain(`${CTN}:deck`);
    expect(sailing?.stock.map((line) => line.code).toSorted()).toEqual([
      'deck',
      'inside-2',
      'inside-4',
      'lane',
      'outside-2',
      'outside-4',
      'pet-2',
      'seat-recliner',
      'suite-2',
    ]);
  });

  it('says when it has left or is cancelled, so that a hold can tell the two apart', async () => {
    expect((await sailingsForSale([CTN], new Date('2027-07-14T10:00:00Z')))[0]?.departed).toBe(true);
    await sql`update sailings set status = 'cancelled' where id = ${CTN}`;
    expect((await sailingsForSale([CTN], NOW))[0]?.status).toBe('cancelled');
  });

  it('keeps the order asked for, each id once, unknown ones left out', async () => {
    const ids = ['corsica-linea-TNLGN-FRMRS-20270731-2000', 'nothing', CTN, CTN];
    expect((await sailingsForSale(ids, NOW)).map((each) => each.id)).toEqual([ids[0], CTN]);
    expect(await sailingsForSale([], NOW)).toEqual([]);
  });
});

describe('days on which one can sail', () => {
  it('are the nearest on both sides, in order', async () => {
    const days = await nextSailingDays(ROUTE, '2027-07-13', 3, NOW);
    expect(days).toEqual(['2027-07-12', '2027-07-14', '2027-07-16']);
  });

  it('never lie in the past', async () => {
    const now = new Date('2027-07-14T16:00:00Z');
    const days = await nextSailingDays(ROUTE, '2027-07-14', 2, now);
    expect(days.every((day) => day > localDateOf(now, 'Europe/Paris'))).toBe(true);
    expect(days).toHaveLength(2);
  });

  it('are none where nobody sails', async () => {
    expect(await nextSailingDays('FRMRS-ESBCN', '2027-07-13', 3, NOW)).toEqual([]);
  });
});

describe('the network for pages', () => {
  it('knows its ports and directions', async () => {
    expect(await listPorts()).toHaveLength(24);
    expect((await portByCode('MAPTM'))?.names.en).toBe('Tangier Med');
    expect(await portByCode('XXXXX')).toBeNull();
    const route = (await listRoutes()).find((each) => each.id === ROUTE);
    expect(route).toEqual({
      id: ROUTE,
      from: 'FRMRS',
      to: 'TNLGN',
      nauticalMiles: 451,
      operatorCodes: ['corsica-linea', 'ctn'],
      minMinutes: 1_260,
      maxMinutes: 1_320,
    });
  });
});
