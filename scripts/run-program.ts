import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Settings } from './parts';
import { ROOT } from './surroundings';

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly seconds: number;
}

/** Runs a program of `node_modules/.bin` (or any other) to its end and gathers its output. */
export function gather(command: string, args: string[], env: Settings = {}): Promise<Outcome> {
  return run(command, args, env, 'pipe');
}

/** The same with its output on the terminal as it comes. */
export function stream(command: string, args: string[], env: Settings = {}): Promise<Outcome> {
  return run(command, args, env, 'inherit');
}

function run(command: string, args: string[], env: Settings, output: 'pipe' | 'inherit'): Promise<Outcome> {
  const bin = path.join(ROOT, 'node_modules/.bin');
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, ...env },
    stdio: ['ignore', output, output],
  });
  const since = Date.now();
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output: Buffer.concat(chunks).toString(), seconds: (Date.now() - since) / 1000 });
    });
  });
}
