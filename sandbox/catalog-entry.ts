import type { Service } from './service';
import type { openState } from './state';

/** What a service is started with. */
export interface Surroundings {
  readonly dataDir: string;
  readonly appUrl: string;
  readonly clockFile: string;
  readonly state: ReturnType<typeof openState>;
  /** Settings so far: the caller's own, and those of the services before. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly report: (line: string) => void;
}

/** A started service, and the settings by which the product finds it. */
export interface Started extends Service {
  readonly env: Readonly<Record<string, string>>;
  /** Where one reads what it holds. */
  readonly page?: string;
  /** A word on how it runs, for the line at the start. */
  readonly note?: string;
}

export interface CatalogEntry {
  readonly name: string;
  readonly about: string;
  /** When the caller sets one of these, the real service is used and this one stays away. */
  readonly replacedBy: readonly string[];
  /** Null when it has nothing to run on. */
  start(around: Surroundings): Promise<Started | null>;
}
