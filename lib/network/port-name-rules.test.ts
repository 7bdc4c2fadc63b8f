import { describe, expect, it } from 'vitest';
import { PORTS } from '@/db/seed/ports';
import { countryName, matchPorts, placeName, plainText, portNamed } from './port-name-rules';

const ports = PORTS.map((port) => ({ ...port, country: port.code.slice(0, 2) }));
const codes = (query: string, locale: 'fr' | 'en' | 'it' = 'fr') =>
  matchPorts(query, ports, locale).map((port) => port.code);

describe('typed text finds its port', () => {
  it.each([
    ['mars', 'FRMRS'],
    ['Marsiglia', 'FRMRS'],
    ['la goulette', 'TNLGN'],
    ['Tunis', 'TNLGN'],
    ['tangiers', 'MAPTM'],
    ['Alger', 'DZALG'],
    ['Algiers', 'DZALG'],
    ['Algeri', 'DZALG'],
    ['bejaia', 'DZBJA'],
    ['Béjaïa', 'DZBJA'],
    ['sete', 'FRSET'],
    ['ile rousse', 'FRILR'],
    ['GENES', 'ITGOA'],
    ['Genova', 'ITGOA'],
    ['itgoa', 'ITGOA'],
    ['Rome', 'ITCVV'],
    ['torres', 'ITPTO'],
  ])('%s is %s, in every language', (query, code) => {
    for (const locale of ['fr', 'en', 'it'] as const) expect(codes(query, locale)[0]).toBe(code);
  });

  it('a country gives its ports, a region too', () => {
    expect(codes('Algérie')).toEqual(['DZALG', 'DZBJA', 'DZORN', 'DZSKI']);
    expect(codes('Sardegna', 'it')).toEqual(['ITOLB', 'ITPTO']);
  });

  it('puts the name in the reader’s language before a name elsewhere', () => {
    expect(codes('al')[0]).toBe('DZALG');
    expect(codes('or')[0]).toBe('DZORN');
  });

  it('gives all ports by name for nothing typed, and none for nonsense', () => {
    expect(codes('')).toHaveLength(24);
    expect(codes('')[0]).toBe('FRAJA');
    expect(codes('xyzzy')).toEqual([]);
    expect(codes('%_')).toHaveLength(24);
  });
});

it('names one port exactly, or none', () => {
  expect(portNamed('Tunisi', ports)?.code).toBe('TNLGN');
  expect(portNamed('tanger', ports)?.code).toBe('MAPTM');
  expect(portNamed('Corse', ports)).toBeNull();
});

it('strips accents and punctuation', () => {
  expect(plainText('  L’Île-Rousse ')).toBe('l ile rousse');
});

it('names countries in the language of the reader', () => {
  expect(countryName('TN', 'fr')).toBe('Tunisie');
  expect(countryName('PT', 'fr')).toBe('PT');
});

it('says a place as people do', () => {
  expect(placeName('Tunisi (La Goletta)')).toBe('Tunisi');
  expect(placeName('Sète')).toBe('Sète');
});
