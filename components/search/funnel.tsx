/** Each operator's funnel: a colour and a mark of our own drawing, never a logo. */
const FUNNELS: Readonly<Record<string, { colour: string; mark: string }>> = {
  ctn: { colour: 'var(--op-ctn)', mark: 'M4.6 13h18.8l.7 5H3.9z' },
  gnv: { colour: 'var(--op-gnv)', mark: 'M4.9 11.2h18.2l.4 3H4.5zM4.2 16.4h19.6l.4 3H3.8z' },
  'corsica-linea': { colour: 'var(--op-cl)', mark: 'M14 8.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z' },
  grimaldi: { colour: '#1f5fa8', mark: 'M4.6 12.5 14 8l9.4 4.5.5 4L14 12 4.1 16.500z' },
  'algerie-ferries': {
    colour: '#1d7a4c',
    mark: 'M14 8.500l1.500 3.400 3.600.3-2.700 2.400.8 3.600-3.200-1.900-3.200 1.900.8-3.600-2.700-2.400 3.600-.3z',
  },
  'la-meridionale': { colour: '#2b3f8c', mark: 'M4.200 18.500 23 9l.4 3.500L4 22z' },
  'corsica-ferries': {
    colour: '#c99416',
    mark: 'M4.500 13.500q4.700-4 9.500 0t9.500 0l.4 4q-4.900 4-9.900 0t-9.900 0z',
  },
  moby: { colour: '#21618c', mark: 'M9 10h10v3H9zM7.500 15h13v3h-13z' },
};
const OTHER = { colour: 'var(--ink-2)', mark: 'M4.6 13h18.8l.7 5H3.9z' };

/** The operator's funnel; its name always stands beside it. */
export function Funnel({ operator }: { readonly operator: string }) {
  const { colour, mark } = FUNNELS[operator] ?? OTHER;
  return (
    <svg className="funnel" viewBox="0 0 28 28" aria-hidden="true">
      <path fill={colour} d="M6 4.5Q14 2 22 4.5L25 26H3z" />
      <path fill="#fff3dc" d={mark} />
    </svg>
  );
}
