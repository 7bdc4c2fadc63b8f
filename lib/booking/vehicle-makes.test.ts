import { expect, it } from 'vitest';
import { ALL_MODELS, modelListId } from './make-name-rules';
import { usualSize, VEHICLE_MAKES } from './vehicle-makes';

it('every make has a list of models of its own', () => {
  const lists = VEHICLE_MAKES.map((make) => modelListId(make.name));
  expect(new Set([...lists, ALL_MODELS]).size).toBe(VEHICLE_MAKES.length + 1);
  for (const list of lists) expect(list).toMatch(/^vehicle-models-[a-z0-9-]+$/);
});

it('a make is found however it is typed', () => {
  for (const typed of ['Citroën', 'citroen', '  CITROËN '])
    expect(modelListId(typed)).toBe('vehicle-models-citroen');
  for (const typed of ['', '   ']) expect(modelListId(typed)).toBe(ALL_MODELS);
  expect(usualSize('mercedes-benz', ' vito')?.lengthCm).toBe(514);
  expect(usualSize('Peugeot', 'Vito')).toBeNull();
});
