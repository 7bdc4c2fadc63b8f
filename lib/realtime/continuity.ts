/**
 * Whether all that was announced has been heard, from the counts that come with it. Redis keeps the order of what one
 * subscription hears, so a heartbeat that tells another count than the last one heard proves a loss; so does a Redis
 * that has forgotten its count.
 */
export class Continuity {
  private last: number | null = null;

  /** Notes a message with hints; false when one before it may have been missed. */
  announced(count: number): boolean {
    const whole = this.last !== null && count === this.last + 1;
    this.last = count;
    return whole;
  }

  /** Notes a heartbeat; false when something before it may have been missed. */
  beat(count: number): boolean {
    const whole = count === this.last;
    this.last = count;
    return whole;
  }

  /** Nothing is known of what comes next. */
  forget(): void {
    this.last = null;
  }
}
