import { expect, it } from 'vitest';
import { isPartyInBounds, partyFrom } from '@/lib/search/party-code-rules';
import { reviseHoldInput } from './input';

it('a hold takes exactly the parties that a search carries', () => {
  const upTo = (max: number) => Array.from({ length: max + 1 }, (_, count) => count);
  for (const adults of upTo(10))
    for (const children of upTo(10))
      for (const infants of upTo(10)) {
        const counts = { adults, children, infants, pets: 0, vehicles: [] };
        const passengers = partyFrom(counts).passengers.map((type) => ({ type }));
        const held = reviseHoldInput.safeParse({ holdId: `hold_${'0'.repeat(32)}`, party: { passengers } });
        expect(held.success, JSON.stringify(counts)).toBe(isPartyInBounds(counts));
      }
});
