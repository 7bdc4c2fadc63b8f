import type { FieldProblem } from '@/lib/kernel/errors';
import { type Crossing, transferBetween, transferProblem } from '@/lib/network/transfer-rules';
import type { Network } from '@/lib/network/types';
import { type Direction, LEGS_PER_WAY, transfersOf } from './leg-place-rules';

/** A leg of a trip, as far as going with the others goes. */
export interface TripLeg {
  readonly position: number;
  readonly direction: Direction;
  readonly sailingId: string;
  readonly crossing: Crossing;
}

type Connections = Pick<Network, 'ports' | 'services'>;

/** A change of ships that leaves too little time, with what a sentence about it needs. */
export interface ShortTransfer {
  readonly sailingId: string;
  readonly port: string;
  readonly minutes: number;
  readonly needed: number;
}

/** The first change of ships of a trip that leaves too little time; null when all can be made. */
export function shortTransfer(
  legs: readonly TripLeg[],
  withVehicle: boolean,
  network: Connections,
): ShortTransfer | null {
  for (const [first, second] of transfersOf(legs)) {
    const transfer = transferBetween(first.crossing, second.crossing, withVehicle, network);
    if (transferProblem(first.crossing, transfer) !== 'transfer-too-short') continue;
    const { port, waitMinutes, neededMinutes } = transfer;
    return { sailingId: second.sailingId, port, minutes: waitMinutes, needed: neededMinutes };
  }
  return null;
}

/** What is wrong with the order of the legs, by field: out first, then back, each way in ships that follow one another. */
export function orderProblems(
  legs: readonly TripLeg[],
  withVehicle: boolean,
  network: Connections,
): Record<string, readonly FieldProblem[]> {
  const problems: Record<string, readonly FieldProblem[]> = {};
  const report = (leg: TripLeg, field: 'direction' | 'sailingId', code: string) => {
    problems[`legs.${leg.position}.${field}`] ??= [{ code }];
  };
  for (const [index, leg] of legs.entries()) {
    const before = legs[index - 1];
    if (leg.direction === 'outbound' ? before?.direction === 'return' : !before)
      report(leg, 'direction', 'legs-out-of-order');
    if (before?.direction === 'outbound' && leg.direction === 'return') {
      if (leg.crossing.departsAt <= before.crossing.arrivesAt)
        report(leg, 'sailingId', 'leaves-before-arrival');
    }
    const way = legs.slice(0, index + 1).filter((each) => each.direction === leg.direction);
    if (way.length > LEGS_PER_WAY) report(leg, 'direction', 'too-many-legs');
  }
  for (const [first, second] of transfersOf(legs)) {
    const problem = transferProblem(
      first.crossing,
      transferBetween(first.crossing, second.crossing, withVehicle, network),
    );
    if (problem !== null && problem !== 'transfer-too-short') report(second, 'sailingId', problem);
    if (first.crossing.routeId.slice(0, 5) === second.crossing.routeId.slice(6))
      report(second, 'sailingId', 'leads-back');
  }
  return problems;
}
