import { createRequire } from 'node:module';
import path from 'node:path';
import { Font } from '@react-pdf/renderer';

/** The letters of western Europe, then what the rest of the Latin script needs: names are written as in the passport. */
export const FAMILIES = ['Familjen', 'Familjen Ext'] as const;
const FILES = { Familjen: 'latin', 'Familjen Ext': 'latin-ext' } as const;
const WEIGHTS = [400, 600, 700] as const;

const directory = path.join(
  path.dirname(
    createRequire(path.join(process.cwd(), 'package.json')).resolve(
      '@fontsource/familjen-grotesk/package.json',
    ),
  ),
  'files',
);

for (const family of FAMILIES) {
  const fonts = WEIGHTS.map((fontWeight) => ({
    src: path.join(directory, `familjen-grotesk-${FILES[family]}-${fontWeight}-normal.woff`),
    fontWeight,
  }));
  Font.register({ family, fonts });
}
// Names and addresses are never broken inside a word.
Font.registerHyphenationCallback((word) => [word]);

let ready: Promise<ReadonlySet<number>> | undefined;

/**
 * Loads the faces and gives the code points they can print. Every letter is looked up once here: a face remembers a
 * letter by who asked first, and a letter first met as a part of another one (the dot of a colon) would forget what it
 * stands for, so that figures in later documents of this process lost digits.
 */
export function fontsReady(): Promise<ReadonlySet<number>> {
  ready ??= loadFaces();
  return ready;
}

async function loadFaces(): Promise<ReadonlySet<number>> {
  const printable = new Set<number>();
  for (const fontFamily of FAMILIES) {
    for (const fontWeight of WEIGHTS) {
      await Font.load({ fontFamily, fontWeight });
      const face = Font.getFont({ fontFamily, fontWeight }).data;
      if (!face || !('characterSet' in face)) throw new Error(`no face ${fontFamily} ${fontWeight}`);
      for (const codePoint of face.characterSet) {
        face.glyphForCodePoint(codePoint);
        printable.add(codePoint);
      }
    }
  }
  return printable;
}

/**
 * A text in letters the faces have: composed where they have the whole letter, the bare letter where they lack its
 * marks (as the machine-readable lines of a passport write it), a question mark for anything else.
 */
export function printed(text: string, printable: ReadonlySet<number>): string {
  const has = (letter: string) => [...letter].every((each) => printable.has(each.codePointAt(0) ?? 0));
  return [...text.normalize('NFC')]
    .map((letter) => {
      if (has(letter) || /\s/.test(letter)) return letter;
      const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
      return has(bare) ? bare : '?';
    })
    .join('');
}
