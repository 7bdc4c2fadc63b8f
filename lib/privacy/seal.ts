import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Fault } from '@/lib/kernel/errors';
import { env } from '@/lib/platform/env';

interface SealingKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Parses `id:base64,id:base64`; each key has 32 bytes. Throws a Fault on anything else. */
export function parseSealingKeys(text: string): readonly SealingKey[] {
  return text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [id, base64] = part.trim().split(':');
      const key = Buffer.from(base64 ?? '', 'base64');
      if (!id || !/^[\w-]+$/.test(id) || key.length !== 32) throw new Fault('sealing-key-malformed');
      return { id, key };
    });
}

/** Seals with the first key and opens with all of them: a new key is put in front, the old ones stay. */
export function sealer(keys: readonly SealingKey[]) {
  return {
    seal(text: string): string {
      const first = keys[0];
      if (!first) throw new Fault('sealing-key-missing', { message: 'SEALING_KEYS is not set' });
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', first.key, iv);
      cipher.setAAD(Buffer.from(first.id));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return ['v1', first.id, iv.toString('base64url'), body.toString('base64url')].join('.');
    },
    open(sealed: string): string {
      const [version, id, iv, body] = sealed.split('.');
      const found = keys.find((key) => key.id === id);
      if (version !== 'v1' || !id || !iv || !body) throw new Fault('seal-malformed');
      if (!found) throw new Fault('sealing-key-unknown', { message: `no sealing key ${id}` });
      try {
        const bytes = Buffer.from(body, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', found.key, Buffer.from(iv, 'base64url'));
        decipher.setAAD(Buffer.from(id));
        decipher.setAuthTag(bytes.subarray(-16));
        return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new Fault('seal-broken', { cause });
      }
    },
  };
}

const ours = sealer(parseSealingKeys(env.SEALING_KEYS));

/** Seals a text with AES-256-GCM: `v1.<key id>.<iv>.<ciphertext and tag>`. Throws a Fault without a key. */
export const seal = ours.seal;
/** Opens a sealed text; throws a Fault when it was altered or its key is gone. */
export const open = ours.open;
