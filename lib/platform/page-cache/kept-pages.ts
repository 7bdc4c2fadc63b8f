import type { CacheHandlerValue } from 'next/dist/server/lib/incremental-cache';
import { addressOfKey } from './kept-address';
import { LocalPages } from './local-pages';
import type { Sendable } from './parcel';
import { makeReady } from './ready-page';
import type { RevalidationLog } from './revalidation-log';
import { type Moment, Revalidations } from './revalidations';
import type { SharedPages } from './shared-pages';

/** A page as this process keeps it. */
export interface Kept extends Moment {
  readonly value: Sendable;
  readonly lastModified: number;
  readonly cacheControl: CacheHandlerValue['cacheControl'];
  readonly tags: readonly string[];
  readonly bytes: number;
}

interface Options {
  readonly maxBytes: number;
  readonly revalidations?: Revalidations;
  /** What other processes keep; without it this one is alone. */
  readonly shared?: { readonly log: RevalidationLog; readonly pages: SharedPages };
}

const BEFORE_ALL: Moment = { mark: 0, seq: 0 };
const MAX_BEGUN = 2000;
const MAX_ADDRESSES = 20_000;

/** Kept pages: in this process, behind it those of others, behind them those of the build. */
export class KeptPages {
  readonly #local: LocalPages<Kept>;
  readonly #revalidations: Revalidations;
  readonly #shared: Options['shared'];
  /** Pages in the making, and when that began. */
  readonly #begun = new Map<string, Moment>();
  /** Pages that the build made, and those of them that were made anew since: the build's are not taken again. */
  readonly #built = new Set<string>();
  readonly #overtaken = new Set<string>();
  /** Keys of addresses that were asked for: whoever sends a page without Next has no other way to its key. */
  readonly #keys = new Map<string, string>();
  readonly #byValue = new WeakMap<object, Kept>();

  constructor({ maxBytes, revalidations = new Revalidations(), shared }: Options) {
    this.#local = new LocalPages(maxBytes);
    this.#revalidations = revalidations;
    this.#shared = shared;
  }

  get bytes(): number {
    return this.#local.bytes;
  }

  /**
   * The page to be sent, or null when it is to be made; `ofBuild` reads the one that the build made. One that is past
   * its time is answered too: Next sends it and makes another.
   */
  async get(key: string, ofBuild: () => Promise<CacheHandlerValue | null>): Promise<Kept | null> {
    this.#note(key);
    const reading = this.settled();
    if (reading) await reading;
    const own = this.#own(key);
    const age = own ? ageOf(own) : 'past';
    if (own && age === 'fresh') return own;
    const others = age === 'past' ? await this.#ofOthers(key, own) : undefined;
    const page = others ?? own ?? (await this.#ofBuild(key, ofBuild));
    if (!(page && ageOf(page) === 'fresh')) this.#begin(key);
    return page;
  }

  /** To be awaited, when it answers something, before a page goes out that `fresh` answers. */
  settled(): Promise<void> | undefined {
    return this.#shared?.log.fresh();
  }

  /** This process's own page of an address that Next has asked for, if it may go out at once: nobody is asked, and nothing begins. */
  fresh(address: string): Kept | undefined {
    const key = this.#keys.get(address);
    const own = key === undefined ? undefined : this.#own(key);
    return own && ageOf(own) === 'fresh' ? own : undefined;
  }

  /** Keeps what was made, and gives it to the others. Null: there is none any more. */
  set(key: string, value: Sendable | null, cacheControl: Kept['cacheControl']): void {
    const begun = this.#begun.get(key) ?? BEFORE_ALL;
    this.#begun.delete(key);
    if (value && isOfOneVisitor(value)) {
      // Sent to whom it was made for, and kept by nobody; the one from before stays.
      makeReady(value);
      value.headers = { ...value.headers, 'cache-control': 'private, no-store' };
      return;
    }
    if (this.#built.has(key)) this.#overtaken.add(key);
    if (!value) {
      this.#local.delete(key);
      return;
    }
    // The one from before, when another could not be made: it is no younger for that.
    const before = this.#byValue.get(value);
    const page = this.#keep(key, asKept({ value, cacheControl, lastModified: Date.now() }, before ?? begun));
    // Redirects and pages of nothing have endless addresses: they are not worth the room of others.
    const status = value.status ?? 200;
    if (!before && status === 200) void this.#shared?.pages.put(key, page);
  }

  /** From now on no page with one of these tags goes out of this process, and within a second out of no other. */
  async revalidate(tags: readonly string[]): Promise<void> {
    this.#revalidations.here(tags);
    await this.#shared?.log.append(tags);
  }

  #note(key: string): void {
    const address = addressOfKey(key);
    if (this.#keys.get(address) === key) return;
    // They come back with the next who asks.
    if (this.#keys.size >= MAX_ADDRESSES) this.#keys.clear();
    this.#keys.set(address, key);
  }

  #own(key: string): Kept | undefined {
    const page = this.#local.get(key);
    if (!page || !this.#revalidations.expires(page)) return page;
    this.#local.delete(key);
    return undefined;
  }

  async #ofOthers(key: string, own: Kept | undefined): Promise<Kept | undefined> {
    const { mark } = this.#revalidations.now();
    const parcel = await this.#shared?.pages.get(key);
    if (!parcel || parcel.lastModified <= (own?.lastModified ?? 0)) return undefined;
    const page = asKept(parcel, { mark, seq: parcel.seq });
    if (this.#revalidations.expiresShared(page)) return undefined;
    return this.#keep(key, page);
  }

  async #ofBuild(key: string, read: () => Promise<CacheHandlerValue | null>): Promise<Kept | null> {
    if (this.#overtaken.has(key)) return null;
    const built = await read();
    const value = built?.value;
    if (value?.kind !== 'APP_PAGE' && value?.kind !== 'APP_ROUTE') return null;
    this.#built.add(key);
    const { lastModified, cacheControl } = built as CacheHandlerValue;
    const page = asKept({ value, lastModified, cacheControl }, BEFORE_ALL);
    return this.#revalidations.expires(page) ? null : this.#keep(key, page);
  }

  #keep(key: string, page: Kept): Kept {
    this.#byValue.set(page.value, page);
    this.#local.set(key, page);
    return page;
  }

  /** The first who asks counts: what is being made for him knows nothing later. */
  #begin(key: string): void {
    if (this.#begun.has(key)) return;
    for (const oldest of this.#begun.keys()) {
      if (this.#begun.size < MAX_BEGUN) break;
      this.#begun.delete(oldest);
    }
    this.#begun.set(key, this.#revalidations.now());
  }
}

/** Makes it what is sent. */
function asKept(
  { value, lastModified, cacheControl }: Pick<Kept, 'value' | 'lastModified' | 'cacheControl'>,
  { mark, seq }: Moment,
): Kept {
  const tags = makeReady(value);
  return { value, lastModified, cacheControl, tags, bytes: sizeOf(value), mark, seq };
}

/**
 * Next writes the query of whoever asked first into the data of a page that it keeps for all. `kept-address.ts` takes
 * queries off; should one come through, it stays with its visitor. Text of a page is never written like this.
 */
function isOfOneVisitor(value: Sendable): boolean {
  return value.kind === 'APP_PAGE' && (value.rscData?.includes('"q":"?') ?? false);
}

/** Those of the build do not say how long they are fresh: Next knows. */
function ageOf({ lastModified, cacheControl }: Kept): 'fresh' | 'past' | 'unknown' {
  const seconds = cacheControl?.revalidate;
  if (seconds === undefined) return 'unknown';
  return seconds === false || lastModified + seconds * 1000 > Date.now() ? 'fresh' : 'past';
}

function sizeOf(value: Sendable): number {
  if (value.kind === 'APP_ROUTE') return 500 + value.body.length;
  // A third more when it goes out packed in both ways (`packed-page.ts`).
  let bytes = 2000 + 1.33 * value.html.length + (value.rscData?.length ?? 0);
  for (const [name, data] of value.segmentData ?? []) bytes += name.length + data.length;
  return bytes;
}
