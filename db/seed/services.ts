import type { Localized } from '@/lib/kernel/locale';
import { DIRECTIONS, type Direction, leavesTheUnion } from './routes';

/** What an operator does on a direction; columns as in `services`. All approximate until verified. */
export interface SeedService {
  readonly route_id: string;
  readonly operator_code: string;
  readonly terminal: Localized;
  readonly check_in_passenger_minutes: number;
  readonly check_in_vehicle_minutes: number;
  readonly approximate: boolean;
}

const TERMINALS: Readonly<Record<string, Localized>> = {
  'FRMRS>outside': {
    fr: 'Terminal international, Cap Janet, porte 4',
    en: 'International terminal, Cap Janet, gate 4',
    it: 'Terminal internazionale, Cap Janet, varco 4',
  },
  FRMRS: {
    fr: 'Gare maritime d’Arenc, porte 2',
    en: 'Arenc ferry terminal, gate 2',
    it: 'Stazione marittima d’Arenc, varco 2',
  },
  ITGOA: { fr: 'Terminal Traghetti', en: 'Terminal Traghetti', it: 'Terminal Traghetti' },
  TNLGN: {
    fr: 'Gare maritime de La Goulette',
    en: 'La Goulette ferry terminal',
    it: 'Stazione marittima della Goletta',
  },
};

const ANY_TERMINAL: Localized = { fr: 'Gare maritime', en: 'Ferry terminal', it: 'Stazione marittima' };

/** Every operator of every direction. */
export const SERVICES: readonly SeedService[] = [...DIRECTIONS.values()].flatMap((direction) =>
  Object.keys(direction.route.minutes).map((operator) => serviceOf(direction, operator)),
);

/** CTN publishes one hour for foot passengers; the rest is usual: an hour within the Union, two to three beyond. */
function serviceOf(direction: Direction, operator: string): SeedService {
  const outside = leavesTheUnion(direction);
  const passengers = operator === 'ctn' || !outside ? 60 : 120;
  return {
    route_id: direction.id,
    operator_code: operator,
    terminal:
      (outside ? TERMINALS[`${direction.from}>outside`] : undefined) ??
      TERMINALS[direction.from] ??
      ANY_TERMINAL,
    check_in_passenger_minutes: passengers,
    check_in_vehicle_minutes: outside ? 180 : 90,
    approximate: true,
  };
}
