import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Path of a Chromium: `BROWSER_PATH`, else Playwright's own when it has been downloaded, else the system's, else
 * one that is installed now (Debian and its kin, as root or with password-less sudo). Throws when there is none.
 */
export function findBrowser(): string {
  const known = [process.env.BROWSER_PATH, chromium.executablePath(), ...NAMES.map(onPath)];
  const found = known.find((file) => file && isExecutable(file));
  if (found) return found;
  installChromium();
  const installed = NAMES.map(onPath).find((file) => file !== undefined);
  if (!installed) throw new Error('no Chromium found; install one, or set BROWSER_PATH to it');
  return installed;
}

/** Switches for a browser that shall talk to nobody but the site; root cannot have Chromium's own sandbox. */
export function browserArgs(): string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-dev-shm-usage',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

function onPath(name: string): string | undefined {
  const dirs = (process.env.PATH ?? '').split(path.delimiter);
  return dirs.map((dir) => path.join(dir, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installChromium(): void {
  if (!onPath('apt-get')) return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const [command = '', ...rest] = [...prefix, 'apt-get', ...args];
    console.log(`no browser found: ${[command, ...rest].join(' ')}`);
    spawnSync(command, rest, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}

if (import.meta.main) console.log(findBrowser());
