import { formatDuration } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import { shortName } from '@/lib/network/port-name-rules';
import { type Line, type Network, serviceKey } from '@/lib/network/types';

/**
 * Who leaves from which terminal on some lines of a port, and how early one has to be there; alike ones once. Where an
 * operator asks for other times on other lines, it is said where those go.
 */
export function checkInLines(lines: readonly Line[], network: Network, locale: Locale): string[] {
  const t = translator(locale, 'line.questions.checkIn');
  const found = lines.flatMap(({ route, to }) =>
    route.operatorCodes.flatMap((code) => {
      const service = network.services.get(serviceKey(route.id, code));
      const operator = network.operators.get(code);
      if (!service || !operator) return [];
      const facts = {
        terminal: service.terminal[locale],
        foot: formatDuration(service.checkInPassengerMinutes, locale),
        car: formatDuration(service.checkInVehicleMinutes, locale),
      };
      return { name: operator.name, to: shortName(to, locale), facts };
    }),
  );
  const alike = [...Map.groupBy(found, ({ name, facts }) => JSON.stringify([name, facts])).values()];
  return alike.flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { name, facts } = first;
    const isOnlyOne = alike.filter(([other]) => other?.name === name).length === 1;
    return t('line', {
      ...facts,
      name: isOnlyOne ? name : `${name} (${same.map(({ to }) => to).join(', ')})`,
    });
  });
}
