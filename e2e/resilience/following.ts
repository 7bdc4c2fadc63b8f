import { expect } from 'playwright/test';
import postgres from 'postgres';
import { type House, startHouse } from '@/scripts/test-house';
import { test } from '../watched';

/** A company that a house follows, by the setting that leads to it. */
export type Followed = 'CTN_API_URL' | 'CORSICA_LINEA_API_URL';

/** An entry in a company's own book. */
export interface Entry {
  readonly key: string;
  readonly state: 'held' | 'ticketed' | 'released' | 'expired' | 'cancelled';
  readonly manifest?: unknown;
}

/**
 * A house of the file's own that follows operators (`ctn,corsica-linea`), from the build that is there. Its companies do
 * nothing but what they are told; looks at them are by the clock of the house.
 */
export function followingHouse(operators: string, logs: string) {
  let house: House;
  let sql: postgres.Sql;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    house = await startHouse({ asBuilt: true, logs, settings: { FOLLOWED_OPERATORS: operators } });
    sql = postgres(house.settings.DATABASE_URL as string, { max: 2, onnotice: () => undefined });
  });
  test.afterAll(async () => {
    await sql.end({ timeout: 1 });
    await house.stop();
  });

  return {
    /** What trips and services need of it. */
    get walked() {
      return { settings: house.settings, url: house.settings.APP_URL as string, sql };
    },
    pid: () => house.pid(),

    /** Pulls a company's strings, as sandbox/operators/README.md has them: at `/_control` + `what`. */
    async tell(company: Followed, what: '' | '/happen', body: object): Promise<void> {
      const address = `${house.settings[company]}/_control${what}`;
      const answer = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
      expect(answer.status).toBe(200);
    },

    /** What a company's own book has of a booking. */
    async bookAt(company: Followed, reference: string): Promise<Entry[]> {
      const answer = await fetch(`${house.settings[company]}/_control/book`);
      const entries = (await answer.json()) as Entry[];
      return entries.filter(({ key }) => key.startsWith(`${reference}-`));
    },
  };
}
