import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly contentType: string;
  /** `x-amz-meta-…` headers as they came. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly size: number;
  readonly etag: string;
  /** ISO instant. */
  readonly storedAt: string;
}

/**
 * Objects as files, named by a digest of bucket and key so that no key can leave the directory: the bytes, and
 * beside them what is known of them. The description is moved into place last: an object is there whole or not.
 */
export class ObjectFiles {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
    mkdirSync(dir, { recursive: true });
  }

  put(
    bucket: string,
    key: string,
    bytes: Buffer,
    contentType: string,
    metadata: Readonly<Record<string, string>>,
  ): StoredObject {
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    const storedAt = new Date().toISOString();
    const object = { bucket, key, contentType, metadata, size: bytes.length, etag, storedAt };
    this.#write(this.#file(bucket, key, 'bin'), bytes);
    this.#write(this.#file(bucket, key, 'json'), JSON.stringify(object));
    return object;
  }

  get(bucket: string, key: string): StoredObject | null {
    const file = this.#file(bucket, key, 'json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as StoredObject) : null;
  }

  bytes(bucket: string, key: string): Buffer {
    return readFileSync(this.#file(bucket, key, 'bin'));
  }

  remove(bucket: string, key: string): void {
    rmSync(this.#file(bucket, key, 'json'), { force: true });
    rmSync(this.#file(bucket, key, 'bin'), { force: true });
  }

  #file(bucket: string, key: string, extension: 'bin' | 'json'): string {
    const name = createHash('sha256').update(`${bucket}/${key}`).digest('hex');
    return path.join(this.#dir, `${name}.${extension}`);
  }

  #write(file: string, content: Buffer | string): void {
    writeFileSync(`${file}.new`, content);
    renameSync(`${file}.new`, file);
  }
}
