import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { Fault } from '@/lib/kernel/errors';
import { env } from '@/lib/platform/env';

/** What a ticket's QR code says: which booking, who of the party, which leg. No name, no document. */
const ticket = z.tuple([z.string(), z.int().min(0), z.int().min(0), z.string(), z.iso.date()]);

export interface Ticket {
  readonly reference: string;
  /** Position of the passenger in the booking, from 0. */
  readonly passenger: number;
  readonly leg: number;
  readonly sailingId: string;
  readonly departureDay: string;
}

const PREFIX = 'VF1';

/** Signs with Ed25519: `VF1.<payload>.<signature>`, base64url. Throws a Fault where no key is configured. */
export function signTicket(value: Ticket, key: KeyObject = signingKey()): string {
  const { reference, passenger, leg, sailingId, departureDay } = value;
  const payload = Buffer.from(JSON.stringify([reference, passenger, leg, sailingId, departureDay])).toString(
    'base64url',
  );
  const signature = sign(null, Buffer.from(`${PREFIX}.${payload}`), key).toString('base64url');
  return `${PREFIX}.${payload}.${signature}`;
}

/** The ticket of a scanned text, or null when it is not one of ours or was altered. Needs the public key alone. */
export function verifyTicket(text: string, key: KeyObject = createPublicKey(signingKey())): Ticket | null {
  const [prefix, payload, signature, more] = text.split('.');
  if (prefix !== PREFIX || !payload || !signature || more !== undefined) return null;
  if (!verify(null, Buffer.from(`${PREFIX}.${payload}`), key, Buffer.from(signature, 'base64url')))
    return null;
  const parsed = ticket.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!parsed.success) return null;
  const [reference, passenger, leg, sailingId, departureDay] = parsed.data;
  return { reference, passenger, leg, sailingId, departureDay };
}

function signingKey(): KeyObject {
  if (!env.TICKET_SIGNING_KEY)
    throw new Fault('ticket-key-missing', { message: 'TICKET_SIGNING_KEY is not set' });
  return createPrivateKey({
    key: Buffer.from(env.TICKET_SIGNING_KEY, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
}
