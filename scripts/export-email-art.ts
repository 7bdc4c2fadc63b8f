import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { browserArgs, findBrowser } from './find-browser';

/** Mail clients do not show SVG: draws the wordmark and the poster's edge once, 1200 px wide, into `public/email/`. */
const ART = [
  { from: 'logo.svg', to: 'logo.png', width: 1200, transparent: true },
  { from: 'email-hero.svg', to: 'hero.png', width: 1200, transparent: true },
];
const root = path.join(import.meta.dirname, '../public');
mkdirSync(path.join(root, 'email'), { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
const page = await browser.newPage({ colorScheme: 'light' });
for (const { from, to, width, transparent } of ART) {
  const svg = readFileSync(path.join(root, from)).toString('base64');
  await page.setContent(
    `<style>*{margin:0}img{display:block;width:${width}px}</style><img src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').screenshot({ path: path.join(root, 'email', to), omitBackground: transparent });
}
await browser.close();
