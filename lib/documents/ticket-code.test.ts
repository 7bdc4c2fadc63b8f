import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { qrPath } from './qr-path';
import { scanCode } from './testing/scan-code';
import { signTicket } from './ticket-code';
import { keyIdOf, type Ticket, textToSign, withSignature } from './ticket-code-rules';
import { verifyTicket } from './verify-ticket-rules';

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return { privateKey, listed: der.toString('base64'), id: keyIdOf(der.subarray(-32)) };
};
/** Two keys of different ids: one in 65,536 pairs would share theirs. */
const [earlier, current] = (() => {
  const first = pair();
  for (;;) {
    const second = pair();
    if (second.id !== first.id) return [first, second] as const;
  }
})();
const ticket: Ticket = {
  reference: 'VF-7K2M4QX',
  passenger: 1,
  leg: 0,
  sailingId: 'ctn-FRMRS-TNLGN-20270714-1200',
  departureDay: '2027-07-14',
};
const accepted = { ok: true, value: ticket };
const refused = (code: string) => ({ ok: false, refusal: { code } });

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const anyTicket = fc.record({
  reference: fc.stringMatching(/^VF-[2-9A-HJKMNP-TV-Z]{7}$/),
  passenger: fc.nat(44),
  leg: fc.nat(44),
  sailingId: fc.stringMatching(/^[A-Za-z0-9.:-]{1,50}$/),
  departureDay: fc
    .date({ min: new Date('1970-01-01'), max: new Date('2149-06-06'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
});

describe('the code of a ticket', () => {
  it('scanned from the sheet is the ticket that was signed', async () => {
    const read = scanCode(qrPath(signTicket(ticket, current.privateKey)));
    expect(await verifyTicket(read ?? '', [current.listed])).toEqual(accepted);
  });

  it('is any ticket that can be signed', async () => {
    await fc.assert(
      fc.asyncProperty(anyTicket, async (value) => {
        const text = signTicket(value, current.privateKey);
        expect(await verifyTicket(text, [current.listed])).toEqual({ ok: true, value });
      }),
    );
  });

  it('carries its key, the booking and the crossing, and no name', () => {
    const text = signTicket(ticket, current.privateKey);
    expect(text.slice(0, -96)).toBe(
      `VF1${current.id}7K2M4QX10${text.slice(15, 18)}CTN-$FRMRS-TNLGN-20270714-1200`,
    );
  });

  it.each(['ctn', 'gnv', 'corsica-linea'])('is 41 units wide for a sailing of %s', (operator) => {
    const sailingId = `${operator}-FRMRS-TNLGN-20270714-1200`;
    for (const { privateKey } of Array.from({ length: 20 }, pair))
      expect(qrPath(signTicket({ ...ticket, sailingId }, privateKey)).size).toBe(41 + 2 * 4);
  });

  it.each([
    ['a reference of another shape', { reference: 'XX-1' }],
    ['too large a party', { passenger: 45 }],
    ['half a passenger', { passenger: 0.5 }],
    ['a leg before the first', { leg: -1 }],
    ['a sailing with letters that the code has not', { sailingId: 'ctn_é' }],
    ['a day that is none', { departureDay: '2027-02-30' }],
    ['a text for a day', { departureDay: 'tomorrow' }],
    ['a day past the last', { departureDay: '2149-06-07' }],
  ])('is not signed for %s', (_, wrong) => {
    expect(() => signTicket({ ...ticket, ...wrong }, current.privateKey)).toThrow();
  });
});

describe('a change of keys', () => {
  const text = signTicket(ticket, earlier.privateKey);

  it('leaves tickets of an earlier key valid while it is listed, wherever it stands', async () => {
    expect(await verifyTicket(text, [current.listed, earlier.listed])).toEqual(accepted);
    expect(await verifyTicket(text, [earlier.listed, current.listed])).toEqual(accepted);
    const fresh = signTicket(ticket, current.privateKey);
    expect(await verifyTicket(fresh, [current.listed, earlier.listed])).toEqual(accepted);
  });

  it('refuses tickets of a key that was removed, and says that it is the key', async () => {
    expect(await verifyTicket(text, [current.listed])).toEqual(refused('ticket-key-unknown'));
    expect(await verifyTicket(text, [])).toEqual(refused('ticket-key-unknown'));
  });

  it('lets two keys share an id, and each says what it signed', async () => {
    const [one, two] = sharingAnId();
    for (const { privateKey } of [one, two])
      expect(await verifyTicket(signTicket(ticket, privateKey), [one.listed, two.listed])).toEqual(accepted);
    expect(await verifyTicket(signTicket(ticket, two.privateKey), [one.listed])).toEqual(
      refused('ticket-forged'),
    );
  });
});

describe('the accepted keys', () => {
  const load = async (signs: string, others: string) => {
    vi.stubEnv('TICKET_SIGNING_KEY', signs);
    vi.stubEnv('TICKET_ACCEPTED_KEYS', others);
    vi.resetModules();
    return import('./ticket-code');
  };
  const signs = current.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  afterEach(() => vi.unstubAllEnvs());

  it('are the current one and those listed, each once', async () => {
    const { acceptedTicketKeys } = await load(signs, `${earlier.listed},${current.listed}`);
    expect(acceptedTicketKeys()).toEqual([current.listed, earlier.listed]);
  });

  it('verify what the settings sign, and what the key before has signed', async () => {
    const { signTicket: signByEnv, acceptedTicketKeys: keys } = await load(signs, earlier.listed);
    expect(await verifyTicket(signByEnv(ticket), keys())).toEqual(accepted);
    expect(await verifyTicket(signTicket(ticket, earlier.privateKey), keys())).toEqual(accepted);
  });

  it('may be listed without one that signs, which then nobody can', async () => {
    const { signTicket: signByEnv, acceptedTicketKeys } = await load('', earlier.listed);
    expect(acceptedTicketKeys()).toEqual([earlier.listed]);
    expect(() => signByEnv(ticket)).toThrow('TICKET_SIGNING_KEY');
  });
});

describe('a forger', () => {
  const stranger = pair();
  const listed = [current.listed, earlier.listed];
  /** A ticket that names one key and is signed by another. */
  const naming = (id: string, key: KeyObject) => {
    const signed = textToSign(id, ticket) ?? '';
    return withSignature(signed, sign(null, Buffer.from(signed), key));
  };

  it('gets nowhere by naming a key that is listed, or another listed one', async () => {
    expect(await verifyTicket(naming(current.id, stranger.privateKey), listed)).toEqual(
      refused('ticket-forged'),
    );
    expect(await verifyTicket(naming(current.id, earlier.privateKey), listed)).toEqual(
      refused('ticket-forged'),
    );
    expect((await verifyTicket(naming(current.id, current.privateKey), listed)).ok).toBe(true);
  });

  it('gets nowhere by putting another id on a ticket that was signed', async () => {
    const text = signTicket(ticket, current.privateKey);
    const renamed = text.replace(`VF1${current.id}`, `VF1${earlier.id}`);
    expect(await verifyTicket(renamed, listed)).toEqual(refused('ticket-forged'));
  });

  it('gets nowhere by changing any letter, be it of the key, the content or the signature', async () => {
    await fc.assert(
      fc.asyncProperty(anyTicket, fc.nat(43), async (value, step) => {
        const text = signTicket(value, current.privateKey);
        for (let at = 0; at < text.length; at++) {
          const other = LETTERS.charAt((LETTERS.indexOf(text.charAt(at)) + 1 + step) % 45);
          const altered = text.slice(0, at) + other + text.slice(at + 1);
          expect((await verifyTicket(altered, listed)).ok, `letter ${at}: ${altered}`).toBe(false);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('gets nowhere by leaving out, adding or replacing any text', async () => {
    const text = signTicket(ticket, current.privateKey);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.nat(4),
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...LETTERS) })),
        async (at, out, put) => {
          const altered = text.slice(0, at) + put + text.slice(at + out);
          expect((await verifyTicket(altered, listed)).ok).toBe(altered === text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(['', 'anything', 'VF1', 'VF1.e30.AAAA', `VF1${'0'.repeat(111)}`, `VF1${':'.repeat(140)}`])(
    'gets nowhere with %j',
    async (text) => {
      expect(await verifyTicket(text, listed)).toEqual(refused('ticket-unreadable'));
      expect(await verifyTicket(`${text}\n`, listed)).toEqual(refused('ticket-unreadable'));
      const lower = signTicket(ticket, current.privateKey).toLowerCase();
      expect(await verifyTicket(lower, listed)).toEqual(refused('ticket-unreadable'));
    },
  );
});

/** Two keys whose public halves begin with the same two bytes: some 300 keys until one meets another. */
function sharingAnId() {
  const known = new Map<string, ReturnType<typeof pair>>();
  for (;;) {
    const next = pair();
    const other = known.get(next.id);
    if (other) return [other, next] as const;
    known.set(next.id, next);
  }
}
