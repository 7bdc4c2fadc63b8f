import type { IncomingMessage } from 'node:http';

export interface AdmissionRules {
  /** The site's own origin: pages of others may not connect. Programs send none, and may. */
  readonly origin: string;
  readonly maxConnections: number;
  readonly maxPerAddress: number;
  /** How many proxies in front write `X-Forwarded-For`. */
  readonly trustedProxies: number;
}

/** Who may connect: pages of the site and programs, so many in all and from one address. */
export class Admission {
  private readonly connections = new Map<string, number>();
  private readonly rules: AdmissionRules;
  private total = 0;

  constructor(rules: AdmissionRules) {
    this.rules = rules;
  }

  /** Why this request may not connect; null when it may. */
  refusal(request: IncomingMessage): 'foreign-origin' | 'too-many-connections' | null {
    const { origin } = request.headers;
    if (origin !== undefined && origin !== this.rules.origin) return 'foreign-origin';
    const fromHere = this.connections.get(this.addressOf(request)) ?? 0;
    return this.total >= this.rules.maxConnections || fromHere >= this.rules.maxPerAddress
      ? 'too-many-connections'
      : null;
  }

  /** Counts a connection; call what it gives once when it has ended. */
  admit(address: string): () => void {
    this.total++;
    this.connections.set(address, (this.connections.get(address) ?? 0) + 1);
    return () => {
      this.total--;
      const left = (this.connections.get(address) ?? 1) - 1;
      if (left > 0) this.connections.set(address, left);
      else this.connections.delete(address);
    };
  }

  /** With n trusted proxies the n-th address from the right of `X-Forwarded-For`; without one the connection's own. */
  addressOf(request: IncomingMessage): string {
    const own = request.socket.remoteAddress ?? 'unknown';
    const { trustedProxies } = this.rules;
    if (trustedProxies === 0) return own;
    const chain = String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    return chain[Math.max(0, chain.length - trustedProxies)] ?? own;
  }
}
