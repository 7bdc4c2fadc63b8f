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

/** The vehicle before a size was typed: as held, or another type in its usual size. */
function usualOf(draft: VehicleDraft, held: VehicleItem): VehicleItem {
  const type = chosenType(draft, held);
  return type === held.type ? held : standardVehicle(type);
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
  const usual = usualOf(draft, held);
  const { type } = usual;
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
  const usual = usualOf(draft, held);
  return {
    ...draft,
    type: draft.type || held.type,
    lengthCm: draft.lengthCm || typedMetres(usual.lengthCm, decimal),
    heightCm: draft.heightCm || typedMetres(usual.heightCm, decimal),
    accessories: untouched ? held.accessories.join(',') : draft.accessories,
  };
}

/** What a form shows of a vehicle is sent back beside what becomes of it, as `shown.vehicles.0.type`: what was changed is told by both. */
export const SHOWN_FIELDS = ['type', 'make', 'model', 'lengthCm', 'heightCm'] as const;
export type ShownVehicle = Readonly<Record<(typeof SHOWN_FIELDS)[number], string>>;

export function shownName(index: number, field: string): string {
  return `shown.${fieldName('vehicles', index, field)}`;
}

/** Whether another type was chosen than the form showed; a form that does not say what it showed tells of none. */
export function isRetyped(draft: VehicleDraft, shown: ShownVehicle): boolean {
  return shown.type !== '' && draft.type !== shown.type;
}

/** The draft of a vehicle of another type: a size that stands there as it was shown is the earlier type's, and goes. */
export function withoutEarlierSize(draft: VehicleDraft, shown: ShownVehicle): VehicleDraft {
  const typed = (field: 'lengthCm' | 'heightCm') => (draft[field] === shown[field] ? '' : draft[field]);
  return { ...draft, lengthCm: typed('lengthCm'), heightCm: typed('heightCm') };
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
