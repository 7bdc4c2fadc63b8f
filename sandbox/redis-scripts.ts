import { createHash } from 'node:crypto';

/** The digest by which Redis knows a script. */
export function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/**
 * Scripts for a real server. Upstash knows a flag that Redis refuses (`allow-key-locking`, in every script of its rate
 * limiter), so the line with it is left empty. Clients go on using the digest of the script as they know it.
 */
export class ServerScripts {
  /** Digest of a script as it came → as the server has it. */
  private readonly digests = new Map<string, string>();

  /** The command as the server can take it. */
  translate([name = '', ...args]: string[]): string[] {
    switch (name.toUpperCase()) {
      case 'EVAL':
      case 'EVAL_RO':
        return [name, this.take(args[0] ?? ''), ...args.slice(1)];
      case 'EVALSHA':
      case 'EVALSHA_RO':
        return [name, this.known(args[0] ?? ''), ...args.slice(1)];
      case 'SCRIPT':
        return [name, ...this.translateScript(args)];
      default:
        return [name, ...args];
    }
  }

  /** The reply as the client expects it: a script that was loaded has the digest of what was sent. */
  reply([name = '', verb = '', script = '']: string[], value: unknown): unknown {
    return name.toUpperCase() === 'SCRIPT' && verb.toUpperCase() === 'LOAD' ? sha1(script) : value;
  }

  private translateScript([verb = '', ...args]: string[]): string[] {
    switch (verb.toUpperCase()) {
      case 'LOAD':
        return [verb, ...args.map((script) => this.take(script))];
      case 'EXISTS':
        return [verb, ...args.map((digest) => this.known(digest))];
      default:
        return [verb, ...args];
    }
  }

  private take(script: string): string {
    const taken = script.replace(/^#!lua[^\n]*\ballow-key-locking\b[^\n]*/, '');
    if (taken !== script) this.digests.set(sha1(script), sha1(taken));
    return taken;
  }

  private known(digest: string): string {
    return this.digests.get(digest.toLowerCase()) ?? digest;
  }
}
