import { Icon } from '@/components/ui/icon';
import type { CardView, FarePart, FareView, ListTexts } from './card-view';
import { sumId } from './sum-id';

interface FareChoiceProps {
  readonly card: CardView;
  readonly leg: number;
  readonly texts: ListTexts;
}

/** The fare families of a sailing side by side: total first, then per adult, then what it allows. */
export function FareChoice({ card, leg, texts }: FareChoiceProps) {
  const { departs } = card.crossing;
  return (
    <div className="fold">
      <fieldset className="fares">
        <legend className="sr">{card.legend}</legend>
        {card.fares.map((fare) => (
          <label className="fare" key={fare.value}>
            <input
              type="radio"
              name={`leg${leg}`}
              value={fare.value}
              data-cents={fare.cents}
              data-name={`${card.operator} · ${fare.name}`}
              data-when={`${departs.day}, ${departs.time}`}
            />
            <span className="fare__n">{fare.name}</span>
            <span className="price price--m">{fare.total}</span>
            <span className="xs muted">
              <span className="nb">{fare.perAdult}</span> <span className="nb">{texts.perAdult}</span>
            </span>
            <ul className="ticks">
              {fare.terms.map(([allowed, text]) => (
                <li key={text} className={allowed ? undefined : 'no'}>
                  <Icon name={allowed ? 'check' : 'close'} />
                  {text}
                </li>
              ))}
            </ul>
          </label>
        ))}
      </fieldset>
      <Breakdown fares={card.fares} texts={texts} />
    </div>
  );
}

/** How the total of each family is made, line by line. */
function Breakdown({ fares, texts }: { readonly fares: readonly FareView[]; readonly texts: ListTexts }) {
  return (
    <details className="breakdown">
      <summary className="small">
        {texts.breakdown}
        <Icon name="chevron-down" className="i--s" />
      </summary>
      <div className="breakdown__cols">
        {fares.map((fare) => (
          <div key={fare.value}>
            <h4 className="small">{fare.name}</h4>
            <dl className="sum" id={sumId(fare.value)}>
              {(fare.parts ?? [fare]).map((part) => (
                <Lines key={'title' in part ? part.title : ''} part={part} />
              ))}
              <div className="is-total">
                <dt>{texts.total}</dt>
                <dd>{fare.total}</dd>
              </div>
            </dl>
          </div>
        ))}
      </div>
    </details>
  );
}

/** The lines of a fare; of two ships those of one, below its own total. */
function Lines({ part }: { readonly part: FarePart | Pick<FareView, 'lines'> }) {
  return (
    <>
      {'title' in part && (
        <div className="sum__part">
          <dt>{part.title}</dt>
          <dd>{part.total}</dd>
        </div>
      )}
      {part.lines.map(([label, amount]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{amount}</dd>
        </div>
      ))}
    </>
  );
}
