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
const LYKO = { LYKO_API_URL: 'http://lyko.test', LYKO_ACCOUNT: 'a', LYKO_SECRET: 's' };
const FERRYHOPPER = { FERRYHOPPER_MCP_URL: 'http://ferryhopper.test/mcp' };
const ALL = { ...GNV, ...CTN, ...CORSICA_LINEA, ...LYKO, ...FERRYHOPPER };
const codes = (settings: Record<string, string>) => [...operatorsOf(parseSettings(settings)).keys()];

it('those are spoken to whom the settings lead to', () => {
  expect(codes({})).toEqual([]);
  expect(codes(ALL)).toEqual(['gnv', 'ctn', 'corsica-linea', 'lyko', 'ferryhopper']);
});

it.each(Object.keys(ALL))('without %s its operator is off', (name) => {
  expect(codes({ ...ALL, [name]: '' })).toHaveLength(4);
});
