/** What the search form shows: as typed, so that nothing is lost when it does not pass. */
export interface FormValues {
  readonly trip: 'return' | 'one-way';
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly return: string;
  readonly rfrom: string;
  readonly rto: string;
  readonly adults: number;
  readonly children: number;
  readonly infants: number;
  readonly pets: number;
  readonly vehicle: string;
  readonly vehicle2: string;
}

export type FormField = keyof FormValues;

/** A message per field that does not pass. */
export type FormErrors = Readonly<Partial<Record<FormField, string>>>;

export const EMPTY_FORM: FormValues = {
  trip: 'return',
  from: '',
  to: '',
  date: '',
  return: '',
  rfrom: '',
  rto: '',
  adults: 2,
  children: 0,
  infants: 0,
  pets: 0,
  vehicle: 'car',
  vehicle2: 'none',
};
