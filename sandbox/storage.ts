import type { IncomingHttpHeaders } from 'node:http';
import { type Exchange, listen } from './http-server';
import type { Service } from './service';
import { ObjectFiles, type StoredObject } from './storage-files';

export interface StorageOptions {
  readonly port: number;
  /** Objects live here and survive a restart. */
  readonly dataDir: string;
  /** Requests must be signed with this access key. */
  readonly accessKeyId: string;
}

/**
 * Objects behind the S3 protocol, path style: PUT, GET, HEAD and DELETE of `/<bucket>/<key>`. A bucket need not
 * be made first. The signature must be there and name our access key; it is not computed again.
 */
export async function startStorage(options: StorageOptions): Promise<Service> {
  const files = new ObjectFiles(options.dataDir);
  const server = await listen(options.port, (exchange) => {
    const { method, url, response } = exchange;
    const [bucket = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent);
    const key = rest.join('/');
    if (signer(exchange) !== options.accessKeyId) return refuse(exchange, 403, 'InvalidAccessKeyId');
    if (!/^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket)) return refuse(exchange, 400, 'InvalidBucketName');
    if (key === '') return refuse(exchange, 501, 'NotImplemented');

    if (method === 'PUT') {
      const type = exchange.headers['content-type'] ?? 'application/octet-stream';
      const object = files.put(bucket, key, payload(exchange), type, metadata(exchange.headers));
      response.writeHead(200, { etag: object.etag }).end();
    } else if (method === 'DELETE') {
      files.remove(bucket, key);
      response.writeHead(204).end();
    } else if (method === 'GET' || method === 'HEAD') {
      const object = files.get(bucket, key);
      if (!object) return refuse(exchange, 404, 'NoSuchKey');
      response.writeHead(200, describe(object));
      response.end(method === 'GET' ? files.bytes(bucket, key) : undefined);
    } else {
      return refuse(exchange, 405, 'MethodNotAllowed');
    }
  });
  return { url: server.url, stop: server.close };
}

/** The access key that a request is signed with, in the header or in a presigned address. */
function signer({ headers, url }: Exchange): string | null {
  const credential =
    /^AWS4-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=[^,]+,\s*Signature=[0-9a-f]{64}$/.exec(
      headers.authorization ?? '',
    )?.[1] ?? (url.searchParams.has('X-Amz-Signature') ? url.searchParams.get('X-Amz-Credential') : null);
  return credential?.split('/')[0] ?? null;
}

/** The object itself: newer clients send it in chunks, each with its size and a signature or a checksum behind. */
function payload({ headers, bytes }: Exchange): Buffer {
  const chunked =
    String(headers['content-encoding'] ?? '').includes('aws-chunked') ||
    String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  if (!chunked) return bytes;
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    if (lineEnd < 0 || Number.isNaN(size)) throw new Error('malformed aws-chunked body');
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}

function metadata(headers: IncomingHttpHeaders): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}

function describe(object: StoredObject): Record<string, string> {
  return {
    'content-type': object.contentType,
    'content-length': String(object.size),
    etag: object.etag,
    'last-modified': new Date(object.storedAt).toUTCString(),
    ...object.metadata,
  };
}

function refuse({ url, method, response }: Exchange, status: number, code: string): void {
  const resource = url.pathname.replace(/[<>&]/g, '');
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(
    method === 'HEAD'
      ? undefined
      : `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message><Resource>${resource}</Resource></Error>`,
  );
}
