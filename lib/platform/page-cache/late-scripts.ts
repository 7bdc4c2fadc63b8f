/** A script in a file, as React writes it into a page: it may run whenever it has come. */
const FILE = /<script\b(?=[^>]*\sasync\b)[^>]*\ssrc="([^"]+)"[^>]*><\/script>/g;
const PRELOADED = /<link\b(?=[^>]*\srel="preload")(?=[^>]*\sas="script")[^>]*>/g;

/** The longest wait for the first paint once all is there, for a browser that does not tell of it. */
const UNTOLD_MS = 1000;
/** Fetches what is left of a list; again is nothing. */
const FETCH =
  '()=>{for(let s of l.splice(0)){let e=document.createElement("script");e.async=true;e.src=s;document.head.append(e)}}';
const ONCE_PAINTED = `()=>{setTimeout(g,${UNTOLD_MS});new PerformanceObserver(g).observe({type:"paint",buffered:true})}`;
/** The list in the words that fetch it. */
const LATE = /addEventListener\("load",.*?\)\}\)\((\[.*?\])\)<\/script>/;

/**
 * A page that fetches its script files once it is there and painted (docs/decisions/0007): until then they would share a
 * slow line with the style sheets, the letters and the pictures that it is painted with. A frame that was asked for is not
 * painted yet, so the browser's own word for it is waited for. A page of which nobody sees anything is not painted: it
 * fetches them at once.
 */
export function withLateScripts(html: string): string {
  const files = [...new Set([...html.matchAll(FILE)].map(([, src = '']) => src.replaceAll('&amp;', '&')))];
  const end = html.lastIndexOf('</body>');
  if (files.length === 0 || end < 0) return html;
  // An opening bracket would be read as a tag where a file were named so.
  const list = JSON.stringify(files).replaceAll('<', '\\u003c');
  const start = `<script>(l=>{let g=${FETCH};document.hidden?g():addEventListener("load",${ONCE_PAINTED})})(${list})</script>`;
  const late = `${html.slice(0, end)}${start}${html.slice(end)}`;
  return late.replace(FILE, '').replace(PRELOADED, '');
}

/** The files that a page fetches late, in order. */
export function lateScriptsOf(html: string): string[] {
  const [, list = '[]'] = LATE.exec(html) ?? [];
  return JSON.parse(list) as string[];
}
