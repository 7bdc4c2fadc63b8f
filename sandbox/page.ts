import { escapeHtml } from './http-server';

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

/** HTML from a template: whatever is put into it is escaped, unless it was made by this function itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const text = (part: Part): string => {
    if (typeof part === 'object') return 'html' in part ? part.html : part.map((p) => p.html).join('');
    return escapeHtml(String(part));
  };
  return { html: strings.map((s, i) => (i < parts.length ? s + text(parts[i] as Part) : s)).join('') };
}

/** A whole page of the sandbox, in the colours of the product. */
export function page(title: string, body: Html): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>
<style>${{ html: STYLE }}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`.html;
}

const STYLE = `
:root{color-scheme:light dark;--paper:#f6eddc;--card:#fffaf0;--ink:#0a2a3a;--ink-2:#46606b;--line:#dccfb4;--sea:#0b6070;--act:#b5371b;--ok:#17603f;--edge:#877a62}
@media (prefers-color-scheme:dark){:root{--paper:#071b27;--card:#0d2836;--ink:#f5ead8;--ink-2:#a9bec5;--line:#21434f;--sea:#7fd0ca;--act:#f28d66;--ok:#8fd6ae;--edge:#71909b}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:1120px;margin:0 auto;padding:32px 16px}
h1{font-size:1.75rem;line-height:1.1;margin:0 0 24px}h2{font-size:1.125rem;margin:32px 0 8px}
a{color:var(--sea)}:focus-visible{outline:3px solid var(--sea);outline-offset:2px}p,dd{margin:0 0 8px}small,.quiet{color:var(--ink-2)}
table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:12px;overflow:hidden}
th,td{text-align:left;padding:8px 16px;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
tr:last-child td{border-bottom:0}th{font-weight:600;color:var(--ink-2);font-size:.875rem}
.down{color:var(--act);font-weight:600}.good{color:var(--ok);font-weight:600}
/* on a phone a table scrolls in its own box */
.scroll{overflow-x:auto}.scroll table{min-width:720px}.scroll :is(th,td){overflow-wrap:break-word}
form{display:inline-flex;gap:8px;flex-wrap:wrap;margin:0 8px 8px 0}
button,input{font:inherit;min-height:44px;padding:8px 14px;border-radius:8px;border:1px solid var(--edge);background:var(--card);color:inherit}
button{cursor:pointer}
iframe{width:100%;height:70vh;border:1px solid var(--line);border-radius:12px;background:#fff}
pre{white-space:pre-wrap;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 16px}dt{color:var(--ink-2)}`;
