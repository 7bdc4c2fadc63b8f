import { expect, it } from 'vitest';
import { keepRunning, type Run } from './keep-running';

/** A part that ends when told to, or when it "dies". */
function part() {
  const runs: { die: () => void; stopped: boolean }[] = [];
  const start = async (): Promise<Run> => {
    let die = (): void => undefined;
    const exited = new Promise<void>((resolve) => {
      die = resolve;
    });
    const run = { die, stopped: false };
    runs.push(run);
    return {
      exited,
      async stop() {
        run.stopped = true;
        die();
      },
    };
  };
  return { runs, start };
}

it('a part that dies is started again and said to be back', async () => {
  const { runs, start } = part();
  const lines: string[] = [];
  const kept = await keepRunning('part', start, (line) => lines.push(line));
  runs[0]?.die();
  await expect.poll(() => runs.length).toBe(2);
  await expect.poll(() => lines).toEqual(['part has ended; starting it again', 'part is back']);
  await kept.stop();
  expect(runs[1]?.stopped).toBe(true);
});

it('a part that is stopped stays stopped, also while it waits for its next start', async () => {
  const { runs, start } = part();
  const kept = await keepRunning('part', start, () => undefined);
  runs[0]?.die();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await kept.stop();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(runs).toHaveLength(1);
});

it('the first failure is the caller’s, a later one is tried again', async () => {
  const failing = async (): Promise<Run> => {
    throw new Error('no');
  };
  await expect(keepRunning('part', failing, () => undefined)).rejects.toThrow('no');

  const { runs, start } = part();
  let broken = false;
  const lines: string[] = [];
  const kept = await keepRunning(
    'part',
    () => (broken ? failing() : start()),
    (line) => lines.push(line),
  );
  broken = true;
  runs[0]?.die();
  await expect.poll(() => lines).toContain('part does not start: no');
  broken = false;
  await expect.poll(() => runs.length, { timeout: 5000 }).toBe(2);
  await kept.stop();
});
