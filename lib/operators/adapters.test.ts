import { expect, it } from 'vitest';
import { parseSettings } from '@/lib/platform/env';
import { operatorsOf } from './adapters';

const GNV = { GNV_API_URL: 'http://gnv.test', GNV_API_KEY: 'k', GNV_WEBHOOK_SECRET: 's' };
const CTN = {
  CTN_API_URL: 'http://ctn.test',
  CTN_API_USER: 'u',
  CTN_API_PASSWORD: 'p',
  CTN_WEBHOOK_SECRET: 's',
};
const CORSICA_LINEA = {
  CORSICA_LINEA_API_URL: 'http://cl.test',
  CORSICA_LINEA_CLIENT_ID: 'i',
  CORSICA_LINEA_CLIENT_SECRET: 'c',
  CORSICA_LINEA_WEBHOOK_SECRET: 's',
};
const codes = (settings: Record<string, string>) => [...operatorsOf(parseSettings(settings)).keys()];

it('those are spoken to whom the settings lead to', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ ...GNV, ...CTN, ...CORSICA_LINEA })).toEqual(['gnv', 'ctn', 'corsica-linea']);
});

it.each(Object.entries({ ...GNV, ...CTN, ...CORSICA_LINEA }))('without %s its operator is off', (name) => {
  const rest = { ...GNV, ...CTN, ...CORSICA_LINEA, [name]: '' };
  expect(codes(rest)).toHaveLength(2);
});
