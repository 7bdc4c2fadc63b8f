import { done, type Result, refuse } from '@/lib/kernel/errors';
import { keyIdOf, partsOf, type Ticket, ticketOf } from './ticket-code-rules';

/** Why a scanned text is no ticket: not a code of ours, a key that is not (or no longer) accepted, or altered. */
export type TicketRefusal = 'ticket-unreadable' | 'ticket-key-unknown' | 'ticket-forged';

/** An Ed25519 public key as base64 DER (SPKI) has 12 bytes before the 32 of the key. */
const DER_HEAD = 12;

/**
 * The ticket of a scanned text, by the public keys alone (base64 DER, as `acceptedTicketKeys` gives them). Runs where
 * there is Web Crypto: on the server and, with no network, on a device of the staff. Rejects on a key that is none.
 */
export async function verifyTicket(
  text: string,
  publicKeys: readonly string[],
): Promise<Result<Ticket, TicketRefusal>> {
  const parts = partsOf(text);
  if (!parts) return refuse('ticket-unreadable');
  const named = publicKeys.map(rawKey).filter((key) => keyIdOf(key) === parts.keyId);
  if (named.length === 0) return refuse('ticket-key-unknown');
  // An id is two bytes: two keys may share one, and each of them then has its say.
  for (const raw of named) {
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    const message = new TextEncoder().encode(parts.signed);
    if (!(await crypto.subtle.verify('Ed25519', key, parts.signature, message))) continue;
    const ticket = ticketOf(parts.content);
    return ticket ? done(ticket) : refuse('ticket-unreadable');
  }
  return refuse('ticket-forged');
}

function rawKey(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).subarray(DER_HEAD);
}
