import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseSettings } from './env';

const base64 = (key: KeyObject, type: 'pkcs8' | 'spki') =>
  key.export({ format: 'der', type: type as 'spki' }).toString('base64');
const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { signs: base64(privateKey, 'pkcs8'), accepts: base64(publicKey, 'spki') };
};
/** What a failed parse says; empty where it passes. */
const complaint = (settings: Record<string, string>) => {
  try {
    parseSettings(settings);
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('the keys of the tickets', () => {
  it('are one that signs and any number that are accepted, blanks and empty places aside', () => {
    for (let i = 0; i < 100; i++) {
      const [one, two] = [pair(), pair()];
      const { TICKET_SIGNING_KEY, TICKET_ACCEPTED_KEYS } = parseSettings({
        TICKET_SIGNING_KEY: one.signs,
        TICKET_ACCEPTED_KEYS: ` ${one.accepts}, ${two.accepts},`,
      });
      expect(TICKET_SIGNING_KEY).toBe(one.signs);
      expect(TICKET_ACCEPTED_KEYS).toEqual([one.accepts, two.accepts]);
    }
  });

  it('may be missing or empty', () => {
    for (const settings of [{}, { TICKET_SIGNING_KEY: '', TICKET_ACCEPTED_KEYS: '' }]) {
      const parsed = parseSettings(settings);
      expect(parsed.TICKET_SIGNING_KEY).toBeUndefined();
      expect(parsed.TICKET_ACCEPTED_KEYS).toEqual([]);
    }
  });

  it('are not taken for one another, nor for keys of another kind, and a refused one is not repeated', () => {
    const { signs, accepts } = pair();
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (const key of [accepts, base64(other.privateKey, 'pkcs8'), 'none'])
      expect(complaint({ TICKET_SIGNING_KEY: key })).toContain('TICKET_SIGNING_KEY');
    for (const key of [
      signs,
      base64(other.publicKey, 'spki'),
      accepts.slice(0, -4),
      `${accepts};${accepts}`,
    ]) {
      const said = complaint({ TICKET_ACCEPTED_KEYS: `${accepts},${key}` });
      expect(said).toContain('TICKET_ACCEPTED_KEYS');
      expect(said).not.toContain(key);
    }
  });
});
