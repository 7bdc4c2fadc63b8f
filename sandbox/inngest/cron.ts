import { CronExpressionParser } from 'cron-parser';

/**
 * The next moment of a cron line after `now`, both in milliseconds. `TZ=Europe/Paris 0 8 * * *` counts in
 * that zone, a line without one in UTC.
 * @throws Error where the line is not one.
 */
export function nextCron(line: string, now: number): number {
  const [, tz, schedule] = /^(?:TZ=(\S+)\s+)?(.+)$/.exec(line.trim()) ?? [];
  if (!schedule) throw new Error(`Not a cron line: ${line}`);
  return CronExpressionParser.parse(schedule, { currentDate: new Date(now), tz: tz ?? 'UTC' })
    .next()
    .getTime();
}
