import { describe, expect, it } from 'vitest';
import { evaluate, holds, keyOf } from './expression';

const variables = {
  event: { name: 'a', data: { bookingId: 'b-1', count: 3, tags: ['x', 'y'], nested: { ok: true } } },
  async: { data: { bookingId: 'b-1', count: 5 } },
};

describe('expressions', () => {
  it.each([
    ['event.data.bookingId == async.data.bookingId', true],
    ["event.data.bookingId == 'b-2'", false],
    ['event.data["bookingId"] != "b-2"', true],
    ['event.data.count < async.data.count && event.data.nested.ok', true],
    ['event.data.count >= 4 || event.data.missing == null', true],
    ['!(event.data.count == 3)', false],
    ["'y' in event.data.tags", true],
    ["event.data.bookingId in ['b-1', 'b-3']", true],
    ["event.data.bookingId + '-' + event.name", 'b-1-a'],
    ['event.data.count + 1', 4],
    ['false && false || true', true],
    ["'it\\'s'", "it's"],
  ])('%s', (source, value) => {
    expect(evaluate(source, variables)).toBe(value);
  });

  it('never reaches what a value inherits', () => {
    expect(evaluate('event.data.constructor', variables)).toBeNull();
    expect(evaluate('event.data.bookingId.length', variables)).toBeNull();
  });

  it.each(['event.data.', 'a ==', '(a', 'a b', 'a ? b : c', 'size(a)'])('refuses %s', (source) => {
    expect(() => evaluate(source, variables)).toThrow(SyntaxError);
  });

  it('takes a missing condition for true and a missing key for one group', () => {
    expect(holds(undefined, variables)).toBe(true);
    expect(keyOf(null, variables)).toBe('');
    expect(keyOf('event.data.bookingId', variables)).toBe('b-1');
  });
});
