import { expect, it } from 'vitest';
import { inFormOrder } from './problem-order';

it('tells problems in the order in which the form asks', () => {
  const found = {
    'contact.email': 1,
    'passengers.1.document.expiresOn': 2,
    'passengers.1.givenName': 3,
    'passengers.10.title': 4,
    'passengers.0.assistance.note': 5,
    passengers: 6,
    'contact.phone': 7,
    'passengers.0.unheardOf': 8,
  };
  expect(Object.keys(inFormOrder(found))).toEqual([
    'passengers',
    'passengers.0.assistance.note',
    'passengers.0.unheardOf',
    'passengers.1.givenName',
    'passengers.1.document.expiresOn',
    'passengers.10.title',
    'contact.email',
    'contact.phone',
  ]);
});
