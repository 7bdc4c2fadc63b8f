import { Icon } from '@/components/ui/icon';
import type { CrossingView, EndView } from './crossing-view';

/** The sign of the house: an hour, a waterline with a small ship, an hour; local time at both ends. */
export function CrossingLine({ crossing }: { readonly crossing: CrossingView }) {
  return (
    <div className="cross">
      <End end={crossing.departs} />
      <div>
        <div className="cross__line">
          <svg className="cross__ship" viewBox="0 0 38 24" aria-hidden="true">
            <path className="f" d="M9 9V2h5v7z" />
            <path d="M5 13V9h20l5 4zM0 14h38l-5 8.5Q32 24 30 24H6q-2 0-2.800-1.800z" />
          </svg>
        </div>
        <p className="cross__mid">{crossing.middle}</p>
      </div>
      <End end={crossing.arrives} later={crossing.later} />
      {crossing.late && (
        <p className="cross__late">
          <Icon name="clock" className="i--s" />
          {crossing.late}
        </p>
      )}
    </div>
  );
}

function End({ end, later }: { readonly end: EndView; readonly later?: string | undefined }) {
  return (
    <p className="cross__end">
      <span className="cross__day">
        <time dateTime={end.at}>{end.time}</time>
        {later && <b>{later}</b>}
      </span>
      <span>{end.port}</span>
      <small>{end.day}</small>
    </p>
  );
}
