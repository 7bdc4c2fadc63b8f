/** Elements whose text is no markup: a reference means nothing in them. */
const RAW_TEXT = /<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g;
const BEYOND_ASCII = /[^\p{ASCII}]/gu;

const asReference = (letter: string): string => `&#${letter.codePointAt(0)};`;
const asEscape = (letter: string): string =>
  [...Array(letter.length).keys()]
    .map((unit) => `\\u${letter.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');

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
  for (const match of html.matchAll(RAW_TEXT)) {
    ascii += html.slice(from, match.index).replace(BEYOND_ASCII, asReference);
    ascii += match[1] === 'script' ? match[0].replace(BEYOND_ASCII, asEscape) : match[0];
    from = match.index + match[0].length;
  }
  ascii += html.slice(from).replace(BEYOND_ASCII, asReference);
  // A string cut out of a wide one stays wide, whatever letters are left: only reading it anew makes it narrow.
  return /[^\p{ASCII}]/u.test(ascii) ? ascii : Buffer.from(ascii, 'latin1').toString('latin1');
}
