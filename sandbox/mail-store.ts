import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface StoredAttachment {
  readonly filename: string;
  readonly contentType: string;
  /** The file itself, base64. */
  readonly content: string;
}

/** An e-mail as it was handed in. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: readonly { name: string; value: string }[];
  readonly attachments: readonly StoredAttachment[];
}

export interface StoredMail extends Mail {
  readonly id: string;
  /** ISO instant, of the sandbox's clock. */
  readonly createdAt: string;
}

/** One request: its mails, and the key under which the same request is known again. */
interface Delivery {
  readonly key: string | null;
  readonly fingerprint: string;
  readonly mails: readonly StoredMail[];
}

/** Mail that stays: one file per request, written whole before the request is answered. */
export class MailStore {
  readonly #dir: string;
  readonly #deliveries: Delivery[];

  constructor(dir: string) {
    this.#dir = dir;
    mkdirSync(dir, { recursive: true });
    this.#deliveries = readdirSync(dir)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(path.join(dir, name), 'utf8')) as Delivery);
  }

  /**
   * Keeps the mails of one request and gives their ids; a request with a key seen before gives the ids of then.
   * `'other-content'` when that key came with something else.
   */
  deliver(
    key: string | null,
    fingerprint: string,
    mails: readonly Mail[],
    now: Date,
  ): string[] | 'other-content' {
    const seen = key ? this.#deliveries.find((delivery) => delivery.key === key) : undefined;
    if (seen && seen.fingerprint !== fingerprint) return 'other-content';
    const delivery = seen ?? {
      key,
      fingerprint,
      mails: mails.map((mail) => ({ ...mail, id: randomUUID(), createdAt: now.toISOString() })),
    };
    if (!seen) this.#keep(delivery);
    return delivery.mails.map((mail) => mail.id);
  }

  #keep(delivery: Delivery): void {
    const number = String(this.#deliveries.length + 1).padStart(6, '0');
    const file = path.join(this.#dir, `${number}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(delivery));
    renameSync(`${file}.new`, file);
    this.#deliveries.push(delivery);
  }

  /** Every mail, the newest first. */
  all(): StoredMail[] {
    return this.#deliveries.flatMap((delivery) => delivery.mails).reverse();
  }

  find(id: string): StoredMail | undefined {
    return this.all().find((mail) => mail.id === id);
  }
}
