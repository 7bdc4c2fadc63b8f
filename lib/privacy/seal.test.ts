import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSealingKeys, sealer } from './seal';

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

describe('a seal', () => {
  const keys = parseSealingKeys(key('k1'));

  it('gives back what was put in, and never the same twice', () => {
    const { seal, open } = sealer(keys);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(open(seal(text))).toBe(text);
      }),
    );
    expect(seal('x')).not.toBe(seal('x'));
  });

  it('breaks when one character is altered', () => {
    const { seal, open } = sealer(keys);
    const sealed = seal('passport');
    const at = sealed.length - 5;
    const altered = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    expect(() => open(altered)).toThrow('seal-broken');
    expect(() => open('nonsense')).toThrow('seal-malformed');
  });

  it('survives a new key in front, not the loss of its own', () => {
    const sealed = sealer(keys).seal('text');
    const [fresh] = parseSealingKeys(key('k2'));
    if (!fresh) throw new Error('no key');
    expect(sealer([fresh, ...keys]).open(sealed)).toBe('text');
    expect(sealer([fresh, ...keys]).seal('x')).toMatch(/^v1\.k2\./);
    expect(() => sealer([fresh]).open(sealed)).toThrow('no sealing key k1');
  });

  it('needs keys of 32 bytes', () => {
    expect(() => parseSealingKeys('k1:AAAA')).toThrow('sealing-key-malformed');
    expect(() => sealer(parseSealingKeys('')).seal('x')).toThrow('SEALING_KEYS');
  });
});
