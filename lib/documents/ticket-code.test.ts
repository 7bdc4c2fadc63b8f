import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path';
import { signTicket, verifyTicket } from './ticket-code';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const ticket = {
  reference: 'VF-7K2M4QX',
  passenger: 1,
  leg: 0,
  sailingId: 'ctn-FRMRS-TNLGN-20270714-1200',
  departureDay: '2027-07-14',
};

/** Draws the path of a code as a scanner would see it, eight pixels a unit, and reads it. */
function scan(text: string): string | undefined {
  const { size, path } = qrPath(text);
  const scale = 8;
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy++) {
      for (let dx = 0; dx < scale; dx++) {
        const at = ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4;
        pixels.fill(0, at, at + 3);
      }
    }
  }
  return jsQR(pixels, width, width)?.data;
}

describe('the code of a ticket', () => {
  it('scanned from the sheet is the ticket that was signed', () => {
    const read = scan(signTicket(ticket, privateKey));
    expect(verifyTicket(read ?? '', publicKey)).toEqual(ticket);
  });

  it('carries no name', () => {
    const [, payload = ''] = signTicket(ticket, privateKey).split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual(Object.values(ticket));
  });

  it('altered anywhere is no ticket', () => {
    const text = signTicket(ticket, privateKey);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('A', 'z', '0', '.'), (at, letter) => {
        const altered = text.slice(0, at) + letter + text.slice(at + 1);
        // The last letter of base64url may carry bits that decode to nothing: such a text is the same signature.
        const same = (t: string) =>
          t
            .split('.')
            .map((part) => Buffer.from(part, 'base64url').toString('hex'))
            .join();
        if (same(altered) === same(text) && altered.startsWith('VF1.')) return;
        expect(verifyTicket(altered, publicKey)).toBeNull();
      }),
    );
  });

  it('signed by somebody else is no ticket', () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    expect(verifyTicket(signTicket(ticket, other), publicKey)).toBeNull();
    expect(verifyTicket('VF1.e30.AAAA', publicKey)).toBeNull();
    expect(verifyTicket('anything', publicKey)).toBeNull();
  });
});
