import { brotliCompressSync, constants } from 'node:zlib';
import { lateScriptsOf } from '@/lib/platform/page-cache/late-scripts';

/** Bytes after brotli (quality 11, as an edge keeps static files). */
function brotli(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

async function bytesOf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Weight of a page at first load in bytes after brotli: its HTML, its stylesheets, and every script that the
 * HTML asks a modern browser for, at once or once it is painted (`noModule` scripts are left out).
 */
export async function weightOf(url: string): Promise<{ html: number; css: number; js: number }> {
  const html = await bytesOf(url);
  const text = new TextDecoder().decode(html);
  const scripts = new Set(lateScriptsOf(text));
  for (const [tag, src] of text.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)) {
    if (src && !/nomodule/i.test(tag)) scripts.add(src);
  }
  const styles = new Set<string>();
  for (const [tag, href] of text.matchAll(/<link[^>]*\shref="([^"]+\.css[^"]*)"[^>]*>/g)) {
    if (href && /stylesheet/.test(tag)) styles.add(href);
  }
  const sum = async (addresses: Set<string>) => {
    let total = 0;
    for (const address of addresses)
      total += brotli(await bytesOf(new URL(address.replaceAll('&amp;', '&'), url).href));
    return total;
  };
  return { html: brotli(html), css: await sum(styles), js: await sum(scripts) };
}
