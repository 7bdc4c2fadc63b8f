import { Icon } from '@/components/ui/icon';
import type { ChangeView, ShipView } from './change-view';

/** The two ships of a combination one below the other, and what lies between them. */
export function ChangeOfShips({ change }: { readonly change: ChangeView }) {
  const [first, second] = change.ships;
  return (
    <ol className="ships">
      <Ship ship={first} />
      <li className="ships__wait">
        <Icon name="clock" className="i--s" />
        <div>
          <b>{change.where}</b> <span className="nb">{change.wait}</span>
          <p className="xs muted">{change.notes.join(' ')}</p>
        </div>
      </li>
      <Ship ship={second} />
    </ol>
  );
}

function Ship({ ship }: { readonly ship: ShipView }) {
  return (
    <li>
      <Icon name="ship" className="i--s" />
      <div>
        <b>{ship.ports}</b> <span className="muted">{ship.ship}</span>
        <p className="xs">
          <Moment of={ship.departs} /> – <Moment of={ship.arrives} />{' '}
          <span className="muted nb">({ship.duration})</span>
        </p>
      </div>
    </li>
  );
}

function Moment({ of }: { readonly of: ShipView['departs'] }) {
  return (
    <time dateTime={of.at} className="nb">
      {of.day} {of.time}
    </time>
  );
}
