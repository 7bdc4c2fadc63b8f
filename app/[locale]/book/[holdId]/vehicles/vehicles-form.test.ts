import { describe, expect, it } from 'vitest';
import type { VehicleType } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import { afterOrder, asDescribed, heldRows, keyOf, type Row, readOrder, readRows } from './vehicles-form';

const PAIR = [
  ['car', 'Peugeot'],
  ['motorcycle', 'Triumph'],
] as const;

type Shown = readonly (readonly [VehicleType, string])[];
const heldOf = (types: readonly VehicleType[]) => heldRows(types.map(standardVehicle), null);

/** The vehicles after a form that shows these was sent with each of the buttons, at version 1; as `type make`. */
function sent(buttons: string | readonly string[], shown: Shown = PAIR): string[] {
  let held: readonly Row[] = heldOf(shown.map(([type]) => type));
  for (const button of [buttons].flat()) {
    const form = new FormData();
    for (const [index, [type, make]] of shown.entries()) {
      form.set(`vehicles.${index}.type`, type);
      form.set(`vehicles.${index}.make`, make);
    }
    if (button) form.set('do', button);
    const sheet = readRows(form, held);
    const order = readOrder(form, sheet);
    held = asDescribed(held, sheet);
    if (order) held = afterOrder(held, order, keyOf(order, sheet, 1));
  }
  return held.map(({ vehicle, typed }) => `${vehicle.type} ${typed.make}`.trim());
}

describe('a button of the vehicles’ form', () => {
  it('adds one, removes one, or leaves them as they are', () => {
    expect(sent('add:camper', PAIR.slice(0, 1))).toEqual(['car Peugeot', 'camper']);
    expect(sent('add:car', [])).toEqual(['car']);
    expect(sent('remove:0')).toEqual(['motorcycle Triumph']);
    expect(sent('remove:1')).toEqual(['car Peugeot']);
    for (const button of ['', 'price:1', 'price:7', 'add:submarine', 'remove:2', 'remove:x'])
      expect(sent(button)).toEqual(['car Peugeot', 'motorcycle Triumph']);
  });

  it('pressed twice does what it does once', () => {
    expect(sent(['add:car', 'add:car'], [])).toEqual(['car']);
    expect(sent(['remove:0', 'remove:0'])).toEqual(['motorcycle Triumph']);
  });

  it('and another one have both been pressed', () => {
    expect(sent(['remove:0', 'add:camper'])).toEqual(['motorcycle Triumph', 'camper']);
    expect(sent(['remove:1', 'remove:0'])).toEqual([]);
    expect(sent(['add:camper', 'price:0'], PAIR.slice(0, 1))).toEqual(['car Peugeot', 'camper']);
  });
});

describe('a form whose type was changed', () => {
  const FIELDS = ['type', 'make', 'model', 'lengthCm', 'heightCm'] as const;
  type Fields = Partial<Record<(typeof FIELDS)[number], string>>;
  const car = { type: 'car', make: 'Peugeot', model: '5008', lengthCm: '4,64', heightCm: '1,65' };

  /** The vehicle that a form leads to which showed a car and was sent with these changes. */
  function changed(changes: Fields, held = standardVehicle('car')) {
    const form = new FormData();
    for (const field of FIELDS) {
      form.set(`shown.vehicles.0.${field}`, car[field]);
      form.set(`vehicles.0.${field}`, { ...car, ...changes }[field] ?? '');
    }
    return readRows(form, heldRows([held], null))[0];
  }

  it('has the usual size of the new type: what stands there is the earlier one’s', () => {
    const row = changed({ type: 'camper' });
    expect(row?.vehicle).toEqual(standardVehicle('camper'));
    expect(row?.typed).toMatchObject({ make: 'Peugeot', model: '5008', lengthCm: '', heightCm: '' });
  });

  it('keeps a size that was typed for the new type', () => {
    const { heightCm } = standardVehicle('camper');
    expect(changed({ type: 'camper', lengthCm: '7,20' })?.vehicle).toMatchObject({ lengthCm: 720, heightCm });
  });

  it('takes the usual size of a model that was named with it', () => {
    expect(changed({ type: 'camper', make: 'Hymer', model: 'Exsis' })?.vehicle).toMatchObject({
      lengthCm: 699,
      heightCm: 277,
    });
  });

  it('sent twice does what it does once', () => {
    expect(changed({ type: 'camper' }, standardVehicle('camper'))?.vehicle).toEqual(
      standardVehicle('camper'),
    );
  });

  it('and not its type, keeps its size', () => {
    expect(changed({ make: 'Renault' })?.vehicle).toMatchObject({ lengthCm: 464, heightCm: 165 });
  });
});

it('another type chosen in the form is the type that is held, of its usual size', () => {
  const form = new FormData();
  form.set('vehicles.0.type', 'camper');
  expect(readRows(form, heldOf(['car']))[0]?.vehicle).toEqual(standardVehicle('camper'));
});
