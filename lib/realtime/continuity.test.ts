import { describe, expect, it } from 'vitest';
import { Continuity } from './continuity';

describe('what was announced', () => {
  it('is whole while counts follow one another and beats agree', () => {
    const heard = new Continuity();
    expect(heard.beat(7)).toBe(false);
    expect([heard.announced(8), heard.beat(8), heard.announced(9), heard.beat(9)]).toEqual(
      Array(4).fill(true),
    );
  });

  it('has a hole where a count is missing, told by the next message or the next beat', () => {
    const heard = new Continuity();
    heard.beat(7);
    expect(heard.announced(9)).toBe(false);
    expect(heard.announced(10)).toBe(true);
    expect(heard.beat(11)).toBe(false);
    expect(heard.beat(11)).toBe(true);
  });

  it('has one where Redis counts anew, and where nothing is known', () => {
    const heard = new Continuity();
    expect(heard.announced(1)).toBe(false);
    heard.announced(2);
    expect(heard.announced(1)).toBe(false);
    heard.forget();
    expect(heard.announced(2)).toBe(false);
  });
});
