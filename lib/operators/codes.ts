/** A company's own words for the product's codes, both ways. */
export interface Codes<Ours extends string> {
  /** Undefined where the company sells no such thing. */
  theirs(ours: string): string | undefined;
  /** Undefined where the product knows no such thing. */
  ours(theirs: string): Ours | undefined;
  /** All of the company's words that the product knows. */
  readonly known: readonly string[];
}

export function codes<Ours extends string>(table: Readonly<Partial<Record<Ours, string>>>): Codes<Ours> {
  const forth = new Map(Object.entries(table) as [string, string][]);
  const back = new Map([...forth].map(([ours, theirs]) => [theirs, ours as Ours]));
  return { theirs: (ours) => forth.get(ours), ours: (theirs) => back.get(theirs), known: [...back.keys()] };
}

/** A port as a company knows it: hours of departure are told by the clock of its zone (IANA). */
export interface KnownPort {
  readonly theirs: string;
  readonly timeZone: string;
}

/** The ports a company calls at, by UN/LOCODE. */
export interface Ports {
  /** Both ends of `FRMRS-TNLGN`, or undefined where the company does not call at one of them. */
  ends(routeId: string): { readonly from: KnownPort; readonly to: KnownPort } | undefined;
}

const ZONES: Readonly<Record<string, string>> = {
  FR: 'Europe/Paris',
  IT: 'Europe/Rome',
  ES: 'Europe/Madrid',
  TN: 'Africa/Tunis',
  DZ: 'Africa/Algiers',
  MA: 'Africa/Casablanca',
};

/** The time zone (IANA) of a port by its UN/LOCODE. */
export const zoneOf = (port: string): string | undefined => ZONES[port.slice(0, 2)];

export function ports(table: Readonly<Record<string, string>>): Ports {
  const port = (code: string): KnownPort | undefined => {
    const theirs = table[code];
    const timeZone = zoneOf(code);
    return theirs && timeZone ? { theirs, timeZone } : undefined;
  };
  return {
    ends(routeId) {
      const [from, to] = routeId.split('-').map(port);
      return from && to ? { from, to } : undefined;
    },
  };
}
