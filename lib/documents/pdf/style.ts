import { StyleSheet } from '@react-pdf/renderer';
import { FAMILIES } from './fonts';

/* The day inks of app/styles/tokens.css: paper has no night. */
export const INK = '#0a2a3a';
export const INK_2 = '#46606b';
export const SEA = '#0b6070';
export const ACT = '#b5371b';
export const LINE = '#dccfb4';
export const PAPER = '#f6eddc';
export const CARD = '#fffaf0';
export const FOAM = '#eaf1ea';

export const styles = StyleSheet.create({
  page: {
    fontFamily: [...FAMILIES],
    fontSize: 10,
    lineHeight: 1.4,
    color: INK,
    paddingTop: 36,
    paddingBottom: 52,
    paddingHorizontal: 44,
    backgroundColor: '#ffffff',
  },
  top: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-start', marginBottom: 24 },
  title: { fontSize: 24, fontWeight: 700, lineHeight: 1.1, marginBottom: 6 },
  h2: { fontSize: 12, fontWeight: 700, marginBottom: 4 },
  muted: { color: INK_2 },
  small: { fontSize: 8.5, lineHeight: 1.3 },
  row: { flexDirection: 'row', justifyContent: 'space-between' },
  bold: { fontWeight: 700 },
  // Anchored at the top of an A4 page (842 points): anchored at the bottom, a text with a line height vanishes.
  foot: {
    position: 'absolute',
    top: 804,
    left: 44,
    right: 44,
    fontSize: 8,
    color: INK_2,
    flexDirection: 'row',
    justifyContent: 'space-between',
  },
});
