import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printPlace, readPlace } from './place.ts';

test('whatever an order is called, its address leads back to it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), orderNumber => {
      const place = { name: 'order', orderNumber } as const;
      expect(readPlace(printPlace(place))).toEqual(place);
    }),
  );
});

test('an address that was cut short leads to the list of orders', () => {
  expect(readPlace('orders/%E0%A4%A')).toEqual({ name: 'orders' });
  expect(readPlace('orders/')).toEqual({ name: 'orders' });
});
