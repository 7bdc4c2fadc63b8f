import { ALL_MAKES, ALL_MODELS, modelListId } from '@/lib/booking/make-name-rules';
import { VEHICLE_MAKES } from '@/lib/booking/vehicle-makes';

/** The list that suggests models for a make as it was typed; none where we know no model of it. */
export function suggestedModels(make: string): string | undefined {
  const list = modelListId(make);
  const isThere = list === ALL_MODELS || VEHICLE_MAKES.some((each) => modelListId(each.name) === list);
  return isThere ? list : undefined;
}

/** What the fields of make and model suggest: makes, models of each make, and all models while no make is typed. */
export function VehicleLists() {
  return (
    <>
      <datalist id={ALL_MAKES}>
        {VEHICLE_MAKES.map((make) => (
          <option key={make.name} value={make.name} />
        ))}
      </datalist>
      <datalist id={ALL_MODELS}>
        {VEHICLE_MAKES.flatMap((make) =>
          make.models.map((model) => (
            <option key={`${make.name} ${model.name}`} value={model.name}>
              {make.name}
            </option>
          )),
        )}
      </datalist>
      {VEHICLE_MAKES.map((make) => (
        <datalist key={make.name} id={modelListId(make.name)}>
          {make.models.map((model) => (
            <option key={model.name} value={model.name} />
          ))}
        </datalist>
      ))}
    </>
  );
}
