import { Resend } from 'resend';
import { z } from 'zod';
import { Fault } from '@/lib/kernel/errors';
import { env } from '@/lib/platform/env';
import { guard } from '@/lib/platform/guard';

/** An e-mail on its way out. */
export interface OutgoingEmail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly { readonly fileName: string; readonly bytes: Uint8Array }[];
  /** The provider sends one message per key, however often it is asked (for 24 hours). */
  readonly idempotencyKey: string;
}

const resend = env.RESEND_API_KEY
  ? new Resend(env.RESEND_API_KEY, env.RESEND_API_BASE ? { baseUrl: env.RESEND_API_BASE } : {})
  : null;
const guarded = guard('mail-provider', { timeoutMs: 15_000 });

/** What Resend answers to a sent message. */
const sentMessage = z.object({ id: z.string().min(1) });
/**
 * Answers that mean this very message, and will mean it again: 400 and 422 a field of it, 413 its size. All others pass
 * or are mended without it: limits and quotas (429), our key or our domain (401, 403), an outage
 * (https://resend.com/docs/api-reference/errors).
 */
const ABOUT_THE_MESSAGE = new Set([400, 413, 422]);
/** A 422 all the same, but the address is a setting of ours. */
const SENDER_NOT_ACCEPTED = 'invalid_from_address';

/** The key was used before with other bytes (a template has changed since): that e-mail is the one we meant. */
const ALREADY_TAKEN = 'invalid_idempotent_request';

/**
 * Sends one e-mail and gives the provider's id, or null where the provider already had one under this key. Throws a
 * Fault: `mail-provider-unavailable` (retryable) when it does not answer, answers nonsense or will not send for us just
 * now, `mail-provider-refused` when it will never take this message, `mail-off` (retryable) where no key is configured.
 */
export async function sendEmail(email: OutgoingEmail): Promise<{ id: string | null }> {
  const client = resend;
  if (!client) throw new Fault('mail-off', { retryable: true });
  return guarded(async () => {
    const { data, error } = await client.emails.send(
      {
        from: env.MAIL_FROM,
        to: email.to,
        subject: email.subject,
        html: email.html,
        text: email.text,
        attachments: email.attachments.map(({ fileName, bytes }) => ({
          filename: fileName,
          content: Buffer.from(bytes).toString('base64'),
          contentType: 'application/pdf',
        })),
      },
      { idempotencyKey: email.idempotencyKey },
    );
    if (error?.name === ALREADY_TAKEN) return { id: null };
    if (error) throw asFault(error);
    const parsed = sentMessage.safeParse(data);
    if (!parsed.success)
      throw new Fault('mail-provider-unavailable', { retryable: true, message: 'nonsense' });
    return parsed.data;
  });
}

/** The provider's word for what was wrong; never its message, which may quote the recipient. */
function asFault(error: { name: string; statusCode: number | null }): Fault {
  const final = ABOUT_THE_MESSAGE.has(error.statusCode ?? 0) && error.name !== SENDER_NOT_ACCEPTED;
  const code = final ? 'mail-provider-refused' : 'mail-provider-unavailable';
  return new Fault(code, { retryable: !final, message: error.name });
}
