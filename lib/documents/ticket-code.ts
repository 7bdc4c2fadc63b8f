import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { Fault } from '@/lib/kernel/errors';
import { env } from '@/lib/platform/env';
import { keyIdOf, type Ticket, textToSign, withSignature } from './ticket-code-rules';

/** The code of a ticket, signed with Ed25519 by the current key, which it names. Throws a Fault where none is configured. */
export function signTicket(value: Ticket, key: KeyObject = signingKey()): string {
  const text = textToSign(keyIdOf(publicBytes(key).subarray(-32)), value);
  if (!text)
    throw new Fault('ticket-without-code', { message: `${value.sailingId} of ${value.departureDay}` });
  return withSignature(text, sign(null, Buffer.from(text), key));
}

/** Public keys whose tickets are accepted, as base64 DER: the current one first. What `verifyTicket` takes. */
export function acceptedTicketKeys(): readonly string[] {
  const current = env.TICKET_SIGNING_KEY ? [publicBytes(signingKey()).toString('base64')] : [];
  return [...new Set([...current, ...env.TICKET_ACCEPTED_KEYS])];
}

function publicBytes(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' });
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
