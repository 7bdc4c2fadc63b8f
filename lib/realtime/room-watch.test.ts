import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AvailabilityHint, LiveSailing } from './protocol';
import { RoomWatch } from './room-watch';
import { roomOfDay } from './rooms';
import { hintOf } from './testing/hints';

const day = { routeId: 'FRMRS-TNLGN', departureDay: '2027-07-14' };
const hint = (sailingId: string, seq: number, left = 0) =>
  hintOf(sailingId, { seq, passengers: { state: 'limited', left } });
const snapshot = (seq: number, ...data: LiveSailing[]) => ({ data, rooms: [{ ...day, seq }] });
const watch = () => new RoomWatch([roomOfDay(day)]);

describe('a client of the live channel', () => {
  it('takes hints in order, and none that it does not watch', () => {
    const room = watch();
    room.fill(snapshot(4));
    expect(room.take(hint('a', 5))).toEqual({ newer: true, gap: false });
    expect(room.take(hint('b', 6))).toEqual({ newer: true, gap: false });
    expect(room.take({ ...hint('a', 7), departureDay: '2027-07-15' })).toEqual({ newer: false, gap: false });
  });

  it('sees a gap until a snapshot fills it, and believes no hint that is older than what it knows', () => {
    const room = watch();
    room.fill(snapshot(4));
    expect(room.take(hint('a', 6))).toEqual({ newer: true, gap: true });
    expect(room.fill(snapshot(5, hint('a', 5), hint('b', 5))).newer.map((each) => each.sailingId)).toEqual([
      'b',
    ]);
    expect(room.take(hint('a', 5))).toEqual({ newer: false, gap: false });
    expect(room.take(hint('a', 7))).toEqual({ newer: true, gap: false });
  });

  it('asks again when the snapshot is older than a hint before which one is missing', () => {
    const room = watch();
    expect(room.take(hint('a', 9))).toEqual({ newer: true, gap: false });
    expect(room.fill(snapshot(7)).gap).toBe(true);
    expect(room.fill(snapshot(8)).gap).toBe(false);
  });

  it('knows the truth in the end, whatever is lost, doubled or late, once it sees no gap and the last hint came', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9)), {
      minLength: 1,
      maxLength: 25,
    });
    const delivery = fc.array(fc.tuple(fc.nat(24), fc.constantFrom('hint', 'hint', 'snapshot')), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(changes, delivery, (made, deliveries) => {
        const hints = made.map(([sailing, left], index) => hint(sailing, index + 1, left));
        const truthAt = (seq: number) =>
          new Map(hints.slice(0, seq).map((each) => [each.sailingId, each as AvailabilityHint]));
        const room = watch();
        const shown = new Map<string, number>();
        const show = (sailing: LiveSailing) => shown.set(sailing.sailingId, sailing.passengers.left);
        const fill = (seq: number) => {
          const filled = room.fill(snapshot(seq, ...truthAt(seq).values()));
          filled.newer.forEach(show);
          return filled.gap;
        };
        let gap = true;
        const take = (each: AvailabilityHint) => {
          const taken = room.take(each);
          if (taken.newer) show(each);
          return taken.gap;
        };
        fill(0);
        for (const [index, what] of deliveries) {
          const seq = (index % hints.length) + 1;
          gap = what === 'snapshot' ? fill(seq) : take(hints[seq - 1] as AvailabilityHint);
        }
        gap = take(hints.at(-1) as AvailabilityHint);
        if (gap) gap = fill(hints.length);
        expect(gap).toBe(false);
        for (const [sailing, last] of truthAt(hints.length))
          expect(shown.get(sailing)).toBe(last.passengers.left);
      }),
      { numRuns: 500 },
    );
  });
});
