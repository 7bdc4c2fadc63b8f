/** Elements whose text is no markup: a reference means nothing in them. */
const RAW_TEXT = /<(?:script\b[^>]*>[\s\S]*?<\/script>|style\b[^>]*>[\s\S]*?<\/style>)/g;
/** A pair for one letter, or a letter; said without the flag for code points, which takes twice as long. */
const BEYOND_ASCII = /[\ud800-\udbff][\udc00-\udfff]|[\u0080-\uffff]/g;

const asReference = (letter: string): string => `&#${letter.codePointAt(0)};`;
const asEscape = (letter: string): string => unitAsEscape(letter, 0) + unitAsEscape(letter, 1);
const unitAsEscape = (letter: string, at: number): string =>
  at < letter.length ? `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}` : '';

/**
 * The same page in ASCII: what is beyond is written as a reference (`&#8364;`), in scripts as an escape (`\u20ac`).
 * A page with one euro sign is kept by V8 at two bytes a letter, and every request pays a copy, a count and a conversion
 * of all of them; one in ASCII goes to the socket as it is (docs/decisions/0003). Styles stay as they are.
 * `html` is a whole document whose scripts hold such letters in string literals or JSON alone, as React's do; a browser
 * reads the answer as the same.
 */
export function inAscii(html: string): string {
  let ascii = '';
  let from = 0;
  let isNarrow = true;
  for (const match of html.matchAll(RAW_TEXT)) {
    ascii += html.slice(from, match.index).replace(BEYOND_ASCII, asReference);
    const [raw] = match;
    if (raw.startsWith('<script')) ascii += raw.replace(BEYOND_ASCII, asEscape);
    else {
      ascii += raw;
      isNarrow &&= raw.search(BEYOND_ASCII) < 0;
    }
    from = match.index + raw.length;
  }
  ascii += html.slice(from).replace(BEYOND_ASCII, asReference);
  // A string cut out of a wide one stays wide, whatever letters are left: only reading it anew makes it narrow.
  return isNarrow ? Buffer.from(ascii, 'latin1').toString('latin1') : ascii;
}
