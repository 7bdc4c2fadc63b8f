import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossCents, MARGIN_MS, nextOrder, orderKey, superseded } from './next-order-rules';
import { ORDER_STATES, type Order } from './types';

const NOW = new Date('2027-07-01T12:00:00Z');
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const order = (overrides: Partial<Order> = {}): Order => ({
  key: orderKey('VF-2345678', { position: 0, version: 1, attempt: 0, ...overrides }),
  bookingId: 'b',
  position: 0,
  sailingId: 's',
  supplier: 'gnv',
  state: 'held',
  version: 1,
  attempt: 0,
  holdRef: 'h',
  ticketRef: null,
  expiresAt: inMinutes(20),
  soldCents: 10_000,
  ...overrides,
});

describe('the order that counts', () => {
  it('is a new one where there is none', () => {
    expect(nextOrder([], 1, NOW)).toEqual({ kind: 'new', attempt: 0 });
  });

  it('is the one that is held, as long as it lasts', () => {
    const held = order();
    expect(nextOrder([held], 1, NOW)).toEqual({ kind: 'kept', order: held });
    expect(nextOrder([held], 1, NOW, 21 * 60_000)).toEqual({ kind: 'new', attempt: 1 });
    expect(nextOrder([order({ expiresAt: inMinutes(0.5) })], 1, NOW)).toEqual({ kind: 'new', attempt: 1 });
  });

  it('is asked for again, under its own name, where nobody knows how it ended', () => {
    const asked = order({ state: 'asked', holdRef: null, expiresAt: null });
    expect(nextOrder([order({ state: 'refused' }), asked], 1, NOW)).toEqual({
      kind: 'ask-again',
      order: asked,
    });
  });

  it('is none of an earlier version of the hold', () => {
    const old = order();
    expect(nextOrder([old], 2, NOW)).toEqual({ kind: 'new', attempt: 0 });
    expect(superseded([old], order({ version: 2 }))).toEqual([old]);
  });

  it('is the ticket, whatever else there is', () => {
    const ticket = order({ state: 'ticketed', version: 1, expiresAt: inMinutes(-90) });
    expect(nextOrder([ticket, order({ version: 2 })], 2, NOW)).toEqual({ kind: 'kept', order: ticket });
  });

  const states = fc.record({
    state: fc.constantFrom(...ORDER_STATES),
    version: fc.integer({ min: 1, max: 3 }),
    minutes: fc.integer({ min: -60, max: 60 }),
  });
  it('never has the name of another order, and none is given back that counts', () => {
    fc.assert(
      fc.property(fc.array(states, { maxLength: 6 }), fc.integer({ min: 1, max: 3 }), (drawn, version) => {
        const attempts = new Map<number, number>();
        const orders = drawn.map(({ minutes, ...each }) => {
          const attempt = attempts.get(each.version) ?? 0;
          attempts.set(each.version, attempt + 1);
          return order({ ...each, attempt, expiresAt: inMinutes(minutes) });
        });
        const next = nextOrder(orders, version, NOW);
        if (next.kind === 'new') {
          const key = orderKey('VF-2345678', { position: 0, version, attempt: next.attempt });
          expect(orders.map((each) => each.key)).not.toContain(key);
          return;
        }
        expect(superseded(orders, next.order)).not.toContain(next.order);
        if (next.kind === 'kept' && next.order.state === 'held') {
          expect(next.order.version).toBe(version);
          expect((next.order.expiresAt?.getTime() ?? 0) - NOW.getTime()).toBeGreaterThan(MARGIN_MS);
        }
      }),
    );
  });
});

it('a price that fell is no loss, and no gain either', () => {
  expect(lossCents(10_000, 12_500)).toBe(2_500);
  expect(lossCents(10_000, 9_000)).toBe(0);
});
