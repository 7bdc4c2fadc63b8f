import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** An answer, and how long its first byte took. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly firstByteMs: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks once; nothing is unpacked and nothing followed. */
export function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const asked = request(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      let firstByteMs = performance.now() - begun;
      response.once('data', () => {
        firstByteMs = performance.now() - begun;
      });
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          firstByteMs,
        }),
      );
    });
    asked.once('error', reject);
    asked.end();
  });
}
