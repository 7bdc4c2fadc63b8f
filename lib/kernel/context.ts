import type { Locale } from './locale';

/** Who asks. A guest proves a right with an access token; the system is a job or a webhook. */
export type Actor =
  | { readonly kind: 'guest' }
  | { readonly kind: 'bearer'; readonly accessToken: string }
  | { readonly kind: 'system'; readonly name: string };

/** Everything a verb may know of its surroundings. `now` is the only clock of the domain. */
export interface Context {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly now: Date;
  readonly requestId: string;
}
