import { z } from 'zod';
import type { Mail } from './mail-store';

const addresses = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** Resend takes the file as base64, or as Node's own JSON form of a buffer. */
const content = z.union([
  z.string(),
  z
    .object({ type: z.literal('Buffer'), data: z.array(z.number()) })
    .transform(({ data }) => Buffer.from(data).toString('base64')),
]);

const CONTENT_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  ics: 'text/calendar',
  pkpass: 'application/vnd.apple.pkpass',
};

const attachment = z
  .object({ filename: z.string(), content, content_type: z.string().nullish() })
  .transform((value) => ({
    filename: value.filename,
    content: value.content,
    contentType:
      value.content_type ??
      CONTENT_TYPES[value.filename.split('.').pop() ?? ''] ??
      'application/octet-stream',
  }));

const ADDRESS = /^(?:[^<>]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/;

/** The body of `POST /emails` (https://resend.com/docs/api-reference/emails/send-email), as we keep it. */
export const mailInput = z
  .object({
    from: z.string().regex(ADDRESS),
    to: addresses.pipe(z.array(z.string().regex(ADDRESS)).min(1).max(50)),
    cc: addresses,
    bcc: addresses,
    reply_to: addresses,
    subject: z.string(),
    html: z.string().nullish(),
    text: z.string().nullish(),
    headers: z.record(z.string(), z.string()).nullish(),
    tags: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
    attachments: z.array(attachment).nullish(),
  })
  .refine((mail) => mail.html || mail.text, { path: ['html'], message: 'missing `html` or `text`' })
  .transform(
    (mail): Mail => ({
      from: mail.from,
      to: mail.to,
      cc: mail.cc,
      bcc: mail.bcc,
      replyTo: mail.reply_to,
      subject: mail.subject,
      html: mail.html ?? null,
      text: mail.text ?? null,
      headers: mail.headers ?? {},
      tags: mail.tags ?? [],
      attachments: mail.attachments ?? [],
    }),
  );
