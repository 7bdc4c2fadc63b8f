import type { CSSProperties } from 'react';

/* Mail clients know tables and inline styles, and little else. Colours: the day inks of app/styles/tokens.css. */
const FONT = "'Familjen Grotesk Variable','Familjen Grotesk',Avenir,'Segoe UI',Arial,sans-serif";
export const INK = '#0a2a3a';
export const INK_2 = '#46606b';
export const SEA = '#0b6070';
export const PAPER = '#f6eddc';
export const CARD = '#fffaf0';
export const FOAM = '#eaf1ea';
export const LINE = '#dccfb4';
export const ACT = '#b5371b';
export const ACT_INK = '#a32f14';

/** A text of a size and a line height in pixels. */
export function text(size: number, line: number, more: CSSProperties = {}): CSSProperties {
  return { fontFamily: FONT, margin: 0, fontSize: size, lineHeight: `${line}px`, color: INK, ...more };
}

/** Cells that only draw: no text height. */
export const DRAWN: CSSProperties = { fontSize: 0, lineHeight: 0 };

/**
 * Rules for the clients that read them: narrow screens, and the night of the tokens. Classes: `bg` paper, `cd` card,
 * `fm` foam, `i1` ink, `i2` second ink, `ac` harissa as text, `ln` line, `bt` button, `sf` badge, `mk` marks, `mb` filled
 * mark, `pp` punched paper.
 */
export const RULES = [
  '@media (max-width:620px){.pad{padding-left:20px!important;padding-right:20px!important}',
  '.h1{font-size:34px!important;line-height:36px!important}.hour{font-size:28px!important;line-height:32px!important}}',
  '@media (prefers-color-scheme:dark){.bg,.pp{background:#071b27!important}.cd{background:#0d2836!important}',
  '.i1{color:#f5ead8!important}.i2{color:#a9bec5!important}.ac{color:#f6a07d!important}',
  '.ln{border-color:#21434f!important}.bt{background:#f28d66!important;color:#2b0e04!important}',
  '.sf{background:#123e30!important;color:#8fd6ae!important}.fm{background:#0f323d!important}',
  '.mk{border-color:#7fd0ca!important}.mb{background:#7fd0ca!important}.lg{filter:brightness(0) invert(.93)}}',
].join('');
