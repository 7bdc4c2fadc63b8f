import { expect, it } from 'vitest';
import { keptPercent, ruleInForce } from './fare-rules';

const rule = (version: number, from: string, until: string | null) => ({
  operatorCode: 'gnv',
  family: 'standard' as const,
  version,
  bookedFrom: new Date(from),
  bookedUntil: until === null ? null : new Date(until),
});
const rules = [rule(1, '2025-01-01', '2026-01-01'), rule(2, '2026-01-01', null)];

it('the day of booking decides the version, its first instant included', () => {
  const version = (at: string) => ruleInForce(rules, 'gnv', 'standard', new Date(at))?.version;
  expect(version('2024-12-31T23:59:59Z')).toBeUndefined();
  expect(version('2025-06-01')).toBe(1);
  expect(version('2026-01-01')).toBe(2);
  expect(ruleInForce(rules, 'gnv', 'flex', new Date('2026-06-01'))).toBeUndefined();
});

it('where windows overlap the newest version counts', () => {
  const both = [rule(3, '2026-01-01', null), ...rules];
  expect(ruleInForce(both, 'gnv', 'standard', new Date('2026-06-01'))?.version).toBe(3);
});

it('keeps by the longest notice still met, and everything after departure', () => {
  const grid = [
    { hoursBefore: 72, keptPercent: 10 },
    { hoursBefore: 24, keptPercent: 30 },
    { hoursBefore: 0, keptPercent: 50 },
  ];
  expect([100, 72, 71.9, 24, 1, 0, -0.1].map((hours) => keptPercent(grid, hours))).toEqual([
    10, 10, 30, 30, 50, 50, 100,
  ]);
});
