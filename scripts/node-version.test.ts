import { expect, it } from 'vitest';
import { nodeFault } from './node-version';

it('an older Node than ours is told what to do, the same or a newer one is taken', () => {
  expect(nodeFault('20.20.2', '24.21.0')).toContain('Node 24.21.0, which `npm ci` installs');
  expect(nodeFault('9.11.2', '24.21.0')).not.toBeNull();
  expect(nodeFault('24.1.0', '24.21.0')).toBeNull();
  expect(nodeFault('100.0.0', '24.21.0')).toBeNull();
});
