import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { browserArgs, findBrowser } from './find-browser';

/**
 * Mail clients do not show SVG, nor do previews of links: draws the wordmark, the poster's edge and the poster as the
 * ground of those previews once, 1200 px wide, into `public/`. Named files alone: `… export-email-art.ts share/poster.png`.
 */
const ART = [
  { from: 'logo.svg', to: 'email/logo.png', width: 1200, transparent: true },
  { from: 'email-hero.svg', to: 'email/hero.png', width: 1200, transparent: true },
  // The same drawing, more of it: the proportions of a preview.
  {
    from: 'email-hero.svg',
    to: 'share/poster.png',
    width: 1200,
    transparent: false,
    viewBox: '90 20 1333.33 700',
  },
];
const named = process.argv.slice(2);
const root = path.join(import.meta.dirname, '../public');
for (const folder of ['email', 'share']) mkdirSync(path.join(root, folder), { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
const page = await browser.newPage({ colorScheme: 'light' });
for (const { from, to, width, transparent, viewBox } of ART) {
  if (named.length > 0 && !named.includes(to)) continue;
  const drawn = readFileSync(path.join(root, from), 'utf8');
  const [, , boxWidth, boxHeight] = viewBox?.split(' ') ?? [];
  const svg = Buffer.from(
    viewBox
      ? drawn.replace(
          /viewBox="[^"]*" width="[^"]*" height="[^"]*"/,
          `viewBox="${viewBox}" width="${boxWidth}" height="${boxHeight}"`,
        )
      : drawn,
  ).toString('base64');
  await page.setContent(
    `<style>*{margin:0}img{display:block;width:${width}px}</style><img src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').screenshot({ path: path.join(root, to), omitBackground: transparent });
}
await browser.close();
