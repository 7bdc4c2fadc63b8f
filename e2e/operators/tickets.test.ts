import { describe, expect, it } from 'vitest';
import type { Manifest } from '@/lib/operators/words';
import { CANDIDATES, NOON } from './companies';
import { footOrder, value } from './orders';
import { onStage } from './stage';

const HOUR = 3_600_000;

describe.each(CANDIDATES)('what $name has sold', (candidate) => {
  const stage = onStage(candidate);
  const { offerOf, ticketOf } = stage;

  describe('a ticket given back', () => {
    it.each(['basic', 'standard', 'flex'] as const)(
      'in %s costs what the offer told, up to the last moment of each step',
      async (family) => {
        const offer = await offerOf();
        const grid = offer.families.find((each) => each.family === family)?.cancellation ?? [];
        expect(grid.at(-1)?.hoursBefore).toBe(0);
        const keptAt = async (instant: number) => {
          stage.house.at(NOON);
          const hold = value(await stage.house.port.hold(footOrder(offer, { family })));
          const ticket = value(await stage.house.port.confirm(hold.holdRef, 'VF-2345678'));
          stage.house.at(instant);
          const { keptCents, returnedCents } = value(await stage.house.port.cancel(ticket.ticketRef));
          expect(keptCents + returnedCents).toBe(ticket.totalCents);
          return { kept: keptCents, of: ticket.totalCents };
        };
        for (const [step, { hoursBefore, keptPercent }] of grid.entries()) {
          const last = offer.sailing.departsAt.getTime() - hoursBefore * HOUR;
          const then = await keptAt(last);
          expect(then.kept).toBe(Math.round((then.of * keptPercent) / 100));
          const after = await keptAt(last + 1);
          const next = grid[step + 1]?.keptPercent ?? 100;
          expect(after.kept).toBe(Math.round((after.of * next) / 100));
        }
      },
    );

    it('after the ship has left returns nothing', async () => {
      const { offer, ticket } = await ticketOf({ family: 'flex' });
      stage.house.at(offer.sailing.departsAt.getTime() + HOUR);
      expect(value(await stage.house.port.cancel(ticket.ticketRef))).toEqual({
        keptCents: ticket.totalCents,
        returnedCents: 0,
      });
    });

    it('twice returns the same once, though the steps have moved on, and its places are free', async () => {
      const before = await offerOf();
      const { offer, ticket } = await ticketOf({ family: 'flex', sailingRef: before.sailing.sailingRef });
      const first = value(await stage.house.port.cancel(ticket.ticketRef));
      stage.house.at(offer.sailing.departsAt.getTime() - HOUR);
      expect(value(await stage.house.port.cancel(ticket.ticketRef))).toEqual(first);
      stage.house.at(NOON);
      expect((await offerOf(before.sailing.sailingRef)).laneCmLeft).toBe(before.laneCmLeft);
    });

    it('that nobody has is gone', async () => {
      expect(await stage.house.port.cancel('000000000000')).toMatchObject({ problem: { kind: 'gone' } });
    });
  });

  it('takes the manifest of a ticket, and the corrected one after it', async () => {
    const { ticket } = await ticketOf();
    const manifest: Manifest = {
      travellers: [
        {
          kind: 'adult',
          familyName: 'Ben Saïd',
          givenNames: 'Zoé',
          sex: 'female',
          birthDate: '1988-02-29',
          nationality: 'TN',
          document: { type: 'passport', number: 'X1234567', expiresOn: '2030-01-31' },
          specialCare: 'fauteuil roulant',
          emergencyPhone: '+33612345678',
        },
        {
          kind: 'infant',
          familyName: 'Ben Saïd',
          givenNames: 'Adam',
          sex: 'unspecified',
          birthDate: '2026-12-24',
          nationality: 'FR',
        },
      ],
      vehiclePlates: ['AB-123-CD'],
    };
    const sent = async () => {
      const entries = await stage.house.book();
      return JSON.stringify(entries.find((entry) => entry.ticket && ticket.ticketRef.endsWith(entry.ticket)));
    };
    value(await stage.house.port.sendManifest(ticket.ticketRef, manifest));
    value(
      await stage.house.port.sendManifest(ticket.ticketRef, { ...manifest, vehiclePlates: ['EF-456-GH'] }),
    );
    const kept = await sent();
    for (const word of ['Ben Saïd', 'X1234567', 'fauteuil roulant', '+33612345678', 'EF-456-GH'])
      expect(kept).toContain(word);
    expect(kept).not.toContain('AB-123-CD');
    expect(await stage.house.port.sendManifest('000000000000', manifest)).toMatchObject({
      problem: { kind: 'gone' },
    });
  });
});
