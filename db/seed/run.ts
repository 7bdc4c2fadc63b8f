import { seedDatabase } from './seed';

/** `npm run db:seed`: fills the database of DATABASE_URL, or extends its timetable to 18 months from today. */
const started = performance.now();
const { sailings, stockLines, priceRuns } = await seedDatabase();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(
  `Seeded ${sailings} sailings and ${stockLines} stock lines and ${priceRuns} runs of past prices in ${seconds} s\n`,
);
