import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inAscii } from './ascii';

const ASCII = /^\p{ASCII}*$/u;

/** What a browser makes of the references and escapes that `inAscii` writes. */
const read = (html: string) =>
  html
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

describe('a page in ASCII', () => {
  it('writes references in markup, attributes and titles, and escapes in scripts', () => {
    expect(inAscii('<title>Sète – Tanger</title><p title="« 85,00 € »">🐻</p>')).toBe(
      '<title>S&#232;te &#8211; Tanger</title><p title="&#171; 85,00 &#8364; &#187;">&#128059;</p>',
    );
    expect(inAscii('<script>self.f.push([1,"85,00\u202f€ 🐻"])</script>')).toBe(
      '<script>self.f.push([1,"85,00\\u202f\\u20ac \\ud83d\\udc3b"])</script>',
    );
    expect(inAscii('é<script type="application/ld+json">{"name":"Sète"}</script>é')).toBe(
      '&#233;<script type="application/ld+json">{"name":"S\\u00e8te"}</script>&#233;',
    );
  });

  it('leaves styles as they are: neither way of writing means anything there', () => {
    const style = '<style>li::before{content:"–"}</style>';
    expect(inAscii(style)).toBe(style);
  });

  it('says the same, whatever it says', () => {
    const text = fc.string({ unit: 'binary' }).filter((each) => each.isWellFormed() && !/[<&\\]/.test(each));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (parts) => {
        const page = parts.map(([words, data]) => `<p>${words}</p><script>f("${data}")</script>`).join('');
        const ascii = inAscii(page);
        expect(ascii).toMatch(ASCII);
        expect(read(ascii)).toBe(page);
      }),
    );
  });
});
