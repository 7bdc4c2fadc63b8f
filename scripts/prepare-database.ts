import { migrateDatabase } from '@/db/migrate';
import { seedDatabase } from '@/db/seed/seed';
import { env } from '@/lib/platform/env';

/** Schema, then seed; a database that has both is left as it is. */
await migrateDatabase(env.DATABASE_URL);
await seedDatabase(env.DATABASE_URL);
