import {
  ACCESSORIES,
  type Accessory,
  VEHICLE_TYPES,
  type VehicleItem,
  type VehicleType,
} from '@/lib/pricing/types';
import { standardVehicle } from '@/lib/pricing/vehicle-rules';
import type { Problems } from '../problem-text';
import type { VehicleDraft } from './draft';
import { fieldName } from './draft';
import { centimetresOf, typedMetres } from './typed-values';

/** Vehicles without a motor that moves them have no make to speak of, and no plate to ask for. */
export const WITHOUT_PLATE: readonly VehicleType[] = ['bicycle', 'jet-ski'];

/** The type that was chosen, or the one held so far. */
export function chosenType(draft: VehicleDraft, held: VehicleItem): VehicleType {
  return VEHICLE_TYPES.find((type) => type === draft.type) ?? held.type;
}

/**
 * The vehicle that a form describes, for the hold to be priced by: what cannot be read stays as held, and is reported.
 * Another type brings its usual size unless a size was typed.
 */
export function heldVehicle(
  draft: VehicleDraft,
  held: VehicleItem,
  index: number,
): { readonly vehicle: VehicleItem; readonly problems: Problems } {
  const type = chosenType(draft, held);
  const usual = type === held.type ? held : standardVehicle(type);
  const lengthCm = centimetresOf(draft.lengthCm);
  const heightCm = centimetresOf(draft.heightCm);
  const problems: Record<string, readonly { code: string }[]> = {};
  if (draft.lengthCm.trim() !== '' && lengthCm === null) {
    problems[fieldName('vehicles', index, 'lengthCm')] = [{ code: 'length-not-read' }];
  }
  if (draft.heightCm.trim() !== '' && heightCm === null) {
    problems[fieldName('vehicles', index, 'heightCm')] = [{ code: 'height-not-read' }];
  }
  const vehicle = {
    type,
    lengthCm: lengthCm ?? usual.lengthCm,
    heightCm: heightCm ?? usual.heightCm,
    accessories: accessoriesOf(draft),
  };
  return { vehicle, problems };
}

/** The declared accessories of a draft. */
export function accessoriesOf(draft: VehicleDraft): Accessory[] {
  const codes = draft.accessories.split(',');
  return ACCESSORIES.filter((accessory) => codes.includes(accessory));
}

/** The form of a vehicle of which only the hold knows something: its type, size and accessories. */
export function shownVehicle(draft: VehicleDraft, held: VehicleItem, decimal: ',' | '.'): VehicleDraft {
  const untouched = draft.type === '';
  return {
    ...draft,
    type: draft.type || held.type,
    lengthCm: draft.lengthCm || typedMetres(held.lengthCm, decimal),
    heightCm: draft.heightCm || typedMetres(held.heightCm, decimal),
    accessories: untouched ? held.accessories.join(',') : draft.accessories,
  };
}

/** The draft with the usual size of its model, where the traveller left length or height empty. */
export function suggested(
  draft: VehicleDraft,
  usual: { readonly lengthCm: number; readonly heightCm: number } | null,
): VehicleDraft {
  if (!usual) return draft;
  return {
    ...draft,
    lengthCm: draft.lengthCm.trim() || typedMetres(usual.lengthCm, ','),
    heightCm: draft.heightCm.trim() || typedMetres(usual.heightCm, ','),
  };
}
