import type { FormValues } from '@/components/search/form-values';
import type { Locale } from '@/lib/kernel/locale';
import type { NamedPort } from '@/lib/network/port-name-rules';
import { countsOf } from '@/lib/search/party-code-rules';
import type { SearchQuery } from '@/lib/search/types';

/** A search as the form shows it. */
export function formOf(query: SearchQuery, ports: readonly NamedPort[], locale: Locale): FormValues {
  const { outbound, inbound, party } = query;
  const { vehicles, ...counts } = countsOf(party);
  const nameOf = (code: string) => ports.find((port) => port.code === code)?.names[locale] ?? code;
  const other = inbound !== null && (inbound.from !== outbound.to || inbound.to !== outbound.from);
  return {
    trip: inbound ? 'return' : 'one-way',
    from: nameOf(outbound.from),
    to: nameOf(outbound.to),
    date: outbound.date,
    return: inbound?.date ?? '',
    rfrom: other ? inbound.from : '',
    rto: other ? inbound.to : '',
    ...counts,
    vehicle: vehicles[0] ?? 'none',
    vehicle2: vehicles[1] ?? 'none',
  };
}
