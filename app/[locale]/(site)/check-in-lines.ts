import { formatDuration } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import { type Network, type Route, serviceKey } from '@/lib/network/types';

/** Who leaves from which terminal on some lines, and how early one has to be there; alike ones once. */
export function checkInLines(routes: readonly Route[], network: Network, locale: Locale): string[] {
  const t = translator(locale, 'line.questions.checkIn');
  const lines = routes.flatMap((route) =>
    route.operatorCodes.flatMap((code) => {
      const service = network.services.get(serviceKey(route.id, code));
      const operator = network.operators.get(code);
      if (!service || !operator) return [];
      return t('line', {
        name: operator.name,
        terminal: service.terminal[locale],
        foot: formatDuration(service.checkInPassengerMinutes, locale),
        car: formatDuration(service.checkInVehicleMinutes, locale),
      });
    }),
  );
  return [...new Set(lines)];
}
