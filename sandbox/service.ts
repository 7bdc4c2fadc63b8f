/** A running service of the sandbox. */
export interface Service {
  /** Its address, without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}
