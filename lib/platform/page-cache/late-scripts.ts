/** A script in a file, as React writes it into a page: it may run whenever it has come. */
const FILE = /<script\b(?=[^>]*\sasync\b)[^>]*\ssrc="([^"]+)"[^>]*><\/script>/g;
const PRELOADED = /<link\b(?=[^>]*\srel="preload")(?=[^>]*\sas="script")[^>]*>/g;

/** The end of the words that fetch them. */
const LATE = /requestAnimationFrame\(\(\)=>setTimeout\(g\)\)\)\}\)\((\[.*?\])\)<\/script>/;

/**
 * A page that fetches its script files once it is there and painted (docs/decisions/0007): until then they would share a
 * slow line with the style sheets, the letters and the pictures that it is painted with. A page of which nobody sees
 * anything is not painted: it fetches them at once.
 */
export function withLateScripts(html: string): string {
  const files = [...new Set([...html.matchAll(FILE)].map(([, src = '']) => src.replaceAll('&amp;', '&')))];
  const end = html.lastIndexOf('</body>');
  if (files.length === 0 || end < 0) return html;
  // An opening bracket would be read as a tag where a file were named so.
  const list = JSON.stringify(files).replaceAll('<', '\\u003c');
  const start = `<script>(l=>{let g=()=>{for(let s of l){let e=document.createElement("script");e.async=true;e.src=s;document.head.append(e)}};document.hidden?g():addEventListener("load",()=>requestAnimationFrame(()=>setTimeout(g)))})(${list})</script>`;
  const late = `${html.slice(0, end)}${start}${html.slice(end)}`;
  return late.replace(FILE, '').replace(PRELOADED, '');
}

/** The files that a page fetches late, in order. */
export function lateScriptsOf(html: string): string[] {
  const [, list = '[]'] = LATE.exec(html) ?? [];
  return JSON.parse(list) as string[];
}
