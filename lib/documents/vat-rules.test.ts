import { expect, it } from 'vitest';
import { vatNote } from './vat-rules';

it('says why there is no VAT abroad, that it is in the price at home, and both on a mixed trip', () => {
  const abroad = { from: 'FRMRS', to: 'TNLGN' };
  const home = { from: 'FRTLN', to: 'FRBIA' };
  expect(vatNote([abroad, { from: 'TNLGN', to: 'FRMRS' }])).toBe('international-exempt');
  expect(vatNote([home])).toBe('domestic-included');
  expect(vatNote([home, abroad])).toBe('mixed');
});
