'use client';

import { useEffect } from 'react';
import { VEHICLE_TYPES } from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import { typedMetres } from './form/typed-values';

interface SizesOfTypeProps {
  /** Identifiers of the fields: type; length, height. */
  readonly type: string;
  readonly sizes: readonly [string, string];
  readonly decimal: ',' | '.';
}

/**
 * Another type shows its usual sizes at once, and its own again when one comes back to it. Without a script the page
 * does so when the form is sent.
 */
export function SizesOfType({ type, sizes: [length, height], decimal }: SizesOfTypeProps) {
  useEffect(() => {
    const select = document.getElementById(type);
    const fields = [length, height].map((id) => document.getElementById(id) as HTMLInputElement | null);
    if (!(select instanceof HTMLSelectElement)) return;
    const ofType = new Map<string, readonly string[]>();
    let before = select.value;
    const follow = () => {
      ofType.set(
        before,
        fields.map((field) => field?.value ?? ''),
      );
      before = select.value;
      const sizes = ofType.get(before) ?? usualSizes(before, decimal);
      for (const [at, field] of fields.entries()) if (field) field.value = sizes[at] ?? '';
    };
    select.addEventListener('change', follow);
    return () => select.removeEventListener('change', follow);
  }, [type, length, height, decimal]);
  return null;
}

function usualSizes(value: string, decimal: ',' | '.'): readonly string[] {
  const type = VEHICLE_TYPES.find((each) => each === value);
  if (!type) return [];
  const { lengthCm, heightCm } = standardVehicle(type);
  return [typedMetres(lengthCm, decimal), typedMetres(heightCm, decimal)];
}
