import { SeaStrip } from './sea-strip';

/** The sea at the foot of a page that offers nothing there. */
export function BareFoot() {
  return (
    <>
      <div className="foot__run">
        <SeaStrip />
      </div>
      <div className="foot" />
    </>
  );
}
