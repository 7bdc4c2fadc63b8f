/** One of the two ships of a combination. */
export interface ShipView {
  readonly id: string;
  /** « Bastia – Marseille ». */
  readonly ports: string;
  /** « Corsica Linea, A Galeotta ». */
  readonly ship: string;
  readonly departs: MomentView;
  readonly arrives: MomentView;
  /** « 12 h ». */
  readonly duration: string;
}

interface MomentView {
  readonly at: string;
  readonly time: string;
  readonly day: string;
}

/** The change of ships between the two. */
export interface ChangeView {
  readonly ships: readonly [ShipView, ShipView];
  /** « Correspondance à Marseille ». */
  readonly where: string;
  /** « 5 h 30 entre les deux bateaux ». */
  readonly wait: string;
  /** What it means: checked in again, passports, another terminal. */
  readonly notes: readonly string[];
}
