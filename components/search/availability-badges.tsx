import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { AvailabilityState, SailingAvailability } from '@/lib/inventory/types';

const TONES = { available: 'ok', limited: 'few', full: 'full' } as const;

/** What is left of places, vehicle space and cabins: an icon, a word, and the number where it is small. */
export function AvailabilityBadges({ availability }: { readonly availability: SailingAvailability }) {
  const t = useTranslations('search.left');
  const cabins = availability.cabins.filter((cabin) => cabin.code !== 'pet-2');
  const cabinsLeft = cabins.reduce((sum, cabin) => sum + cabin.left, 0);
  const cabinState: AvailabilityState =
    cabinsLeft === 0 ? 'full' : cabins.some((cabin) => cabin.state === 'available') ? 'available' : 'limited';
  const items = [
    ['passengers', availability.passengers.state, availability.passengers.left],
    ['vehicles', availability.vehicles.state, availability.vehicles.left],
    ...(cabins.length > 0 ? [['cabins', cabinState, cabinsLeft] as const] : []),
  ] as const;
  return (
    <ul className="row row--tight sail__av">
      {items.map(([what, state, left]) => (
        <li key={what}>
          <Badge tone={TONES[state]}>{t(`${what}.${state}`, { left })}</Badge>
        </li>
      ))}
    </ul>
  );
}
