/** When the making of a page began: what was revalidated later than that, it does not know. */
export interface Moment {
  /** In this process: how many revalidations it had heard of. */
  readonly mark: number;
  /** In the shared log: how far this process had read it. */
  readonly seq: number;
}

/** As many tags are remembered one by one; with more, everything kept counts as too old. */
const MAX_TAGS = 20_000;
/** The place in the log of what is not there yet: later than any page that others made. */
const PENDING = Number.POSITIVE_INFINITY;

/**
 * Which tags were revalidated, and when, told by counters alone: the clocks of two machines differ, and a page that was
 * begun before a revalidation and is done after it is too old, whatever its date says.
 */
export class Revalidations {
  #mark = 0;
  #seq = 0;
  /** Whatever was begun before these is too old. */
  #floor: Moment = { mark: 0, seq: 0 };
  readonly #tags = new Map<string, Moment>();

  now(): Moment {
    return { mark: this.#mark, seq: this.#seq };
  }

  /** These tags are revalidated now, by this process; the log does not have them yet. */
  here(tags: readonly string[]): void {
    this.#note(tags, PENDING);
  }

  /** The log has what this process revalidated, at this place. */
  published(tags: readonly string[], seq: number): void {
    for (const tag of tags) {
      const known = this.#tags.get(tag);
      if (known?.seq === PENDING) this.#tags.set(tag, { mark: known.mark, seq });
    }
    // Nothing of others lies between: what is made from now on knows all of the log.
    if (seq === this.#seq + 1) this.#seq = seq;
  }

  /** The log was read to a place, and these stand in it since the last time. */
  read(entries: readonly { readonly tag: string; readonly seq: number }[], to: number): void {
    for (const { tag, seq } of entries) {
      const known = this.#tags.get(tag)?.seq;
      if (known !== seq) this.#note([tag], known === PENDING ? PENDING : seq);
    }
    this.#seq = Math.max(this.#seq, to);
  }

  /** What was revalidated is not known any more: everything made until now, here or elsewhere, is too old. */
  everything(seq: number): void {
    this.#tags.clear();
    this.#seq = seq;
    this.#floor = { mark: ++this.#mark, seq };
  }

  /** Whether a page of this process is too old. */
  expires(page: { readonly mark: number; readonly tags: readonly string[] }): boolean {
    if (page.mark >= this.#mark) return false;
    if (page.mark < this.#floor.mark) return true;
    return page.tags.some((tag) => (this.#tags.get(tag)?.mark ?? 0) > page.mark);
  }

  /** Whether a page that another process made is too old. */
  expiresShared(page: { readonly seq: number; readonly tags: readonly string[] }): boolean {
    if (page.seq < this.#floor.seq) return true;
    return page.tags.some((tag) => (this.#tags.get(tag)?.seq ?? 0) > page.seq);
  }

  #note(tags: readonly string[], seq: number): void {
    if (this.#tags.size + tags.length > MAX_TAGS) this.everything(this.#seq);
    const mark = ++this.#mark;
    for (const tag of tags) this.#tags.set(tag, { mark, seq });
  }
}
