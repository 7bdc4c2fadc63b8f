/** Least recently used things, as many as `maxBytes` holds: whatever is asked for, it never grows beyond. */
export class LocalPages<T extends { readonly bytes: number }> {
  readonly #pages = new Map<string, T>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Without counting as use. */
  peek(key: string): T | undefined {
    return this.#pages.get(key);
  }

  get(key: string): T | undefined {
    const page = this.#pages.get(key);
    if (!page) return undefined;
    // A map remembers the order of arrival: the one that is used goes to the end.
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  /** Keeps it, and lets go of those unused for longest. One larger than all the room is not kept. */
  set(key: string, page: T): void {
    this.delete(key);
    if (page.bytes > this.#maxBytes) return;
    this.#pages.set(key, page);
    this.#bytes += page.bytes;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    this.#pages.delete(key);
    this.#bytes -= page.bytes;
  }
}
