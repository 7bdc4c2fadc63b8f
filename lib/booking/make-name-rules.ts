/** A name as two people would both have typed it: without case, accents and stray spaces. */
export function foldedName(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .trim()
    .toLowerCase();
}

/** Identifiers of the lists of all makes, and of the models of all of them. */
export const ALL_MAKES = 'vehicle-makes';
export const ALL_MODELS = 'vehicle-models';

/** Identifier of the list of models that goes with a make as typed: its own, or that of all while none is typed. */
export function modelListId(make: string): string {
  const slug = foldedName(make).replaceAll(/[^a-z0-9]+/g, '-');
  return slug === '' ? ALL_MODELS : `${ALL_MODELS}-${slug}`;
}
