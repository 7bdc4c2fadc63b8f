import localFont from 'next/font/local';

/** The one face of the house, 400 to 700, latin: 19 KB. */
export const familjen = localFont({
  src: '../node_modules/@fontsource-variable/familjen-grotesk/files/familjen-grotesk-latin-wght-normal.woff2',
  weight: '400 700',
  variable: '--font-familjen',
  display: 'swap',
});
