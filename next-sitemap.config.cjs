const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

/*
 * The sitemap and robots.txt, made after each build from the pages that it made (docs/landing.md). A page says itself
 * what it is: its own head decides whether it is listed and under which addresses, so the two cannot differ.
 */
const distDir = process.env.NEXT_DIST_DIR || '.next';
const siteUrl = (process.env.APP_URL || 'http://localhost:3000').replace(/\/$/, '');
const builtAt = new Date().toISOString();

/** The head of a page as it was built; empty for what is no page. */
function headOf(address) {
  const file = path.join(distDir, 'server/app', `${address}.html`);
  return existsSync(file) ? readFileSync(file, 'utf8').split('</head>')[0] : '';
}

/** Attributes of all tags of a name in a piece of HTML. */
function tags(name, html) {
  return [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key.toLowerCase(), value]),
    ),
  );
}

/** @type {import('next-sitemap').IConfig} */
module.exports = {
  siteUrl,
  sourceDir: distDir,
  // Beside the build and not in `public`: two houses of one copy have addresses of their own.
  outDir: path.join(distDir, 'listing'),
  generateIndexSitemap: false,
  generateRobotsTxt: true,
  robotsTxtOptions: {
    // Results and calendars may be read, so that their `noindex` is; what is one person's may not.
    policies: [{ userAgent: '*', allow: '/', disallow: ['/api/', '/*/book/', '/*/bookings/'] }],
  },
  transform: async (_config, address) => {
    const links = tags('link', headOf(address));
    const canonical = links.find(({ rel }) => rel === 'canonical')?.href;
    const isHidden = tags('meta', headOf(address)).some(
      ({ name, content }) => name === 'robots' && content?.includes('noindex'),
    );
    if (canonical !== `${siteUrl}${address}` || isHidden) return null;
    return {
      loc: address,
      lastmod: builtAt,
      alternateRefs: links
        .filter(({ rel, hreflang }) => rel === 'alternate' && hreflang)
        .map(({ href, hreflang }) => ({ href, hreflang, hrefIsAbsolute: true })),
    };
  },
};
