import vocabulary from './schema-org.json' with { type: 'json' };

/*
 * schema.org's own vocabulary (release 30.0; the classes that our pages use, their ancestors and all their properties),
 * against which tests read what our pages say to machines. Source and licence stand in the file.
 */
const CLASSES: Readonly<Record<string, readonly string[]>> = vocabulary.classes;
const PROPERTIES: Readonly<
  Record<string, { on: readonly string[]; of: readonly string[]; superseded?: boolean }>
> = vocabulary.properties;

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of a JSON-LD document schema.org would not understand, in words; empty when all of it is in the vocabulary. */
export function vocabularyProblems(document: unknown): string[] {
  if (!isNode(document) || document['@context'] !== 'https://schema.org') return ['no schema.org context'];
  const { '@graph': graph } = document;
  if (!Array.isArray(graph) || graph.length === 0) return ['no @graph'];
  const typeOf = new Map(graph.map((node: Node) => [node['@id'], node['@type']]));
  return graph.flatMap((node, index) => nodeProblems(node, `${index}`, typeOf));
}

function nodeProblems(node: unknown, at: string, typeOf: ReadonlyMap<unknown, unknown>): string[] {
  if (!isNode(node)) return [`${at} is no thing`];
  const type = node['@type'];
  if (typeof type !== 'string' || !CLASSES[type]) return [`${at} is a ${String(type)}, which is no class`];
  return Object.entries(node).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    const here = `${at}.${type}.${name}`;
    const property = PROPERTIES[name];
    if (!property?.on.some((each) => isA(type, each))) return [`${here} is no property of it`];
    if (property.superseded) return [`${here} is superseded`];
    const values = Array.isArray(value) ? value : [value];
    if (values.length === 0) return [`${here} is empty`];
    return values.flatMap((each) => valueProblems(each, property.of, here, typeOf));
  });
}

function valueProblems(
  value: unknown,
  range: readonly string[],
  at: string,
  typeOf: ReadonlyMap<unknown, unknown>,
): string[] {
  const wanted = `${at} wants ${range.join(' or ')}`;
  if (typeof value === 'string') {
    if (value === '') return [`${at} is empty`];
    if (range.includes('Text')) return [];
    return range.includes('URL') && URL.canParse(value) ? [] : [wanted];
  }
  if (typeof value === 'number') {
    return range.includes('Number') || (range.includes('Integer') && Number.isInteger(value)) ? [] : [wanted];
  }
  if (!isNode(value)) return [wanted];
  const isReference = !('@type' in value) && '@id' in value;
  const type = isReference ? typeOf.get(value['@id']) : value['@type'];
  if (typeof type !== 'string') return [`${at} refers to ${String(value['@id'])}, which is not there`];
  const misfit = range.some((each) => isA(type, each)) ? [] : [`${wanted}, not ${type}`];
  return isReference ? misfit : [...misfit, ...nodeProblems(value, at, typeOf)];
}

/** True when a class is another one or descends from it. */
function isA(type: string, ancestor: string): boolean {
  return type === ancestor || (CLASSES[type] ?? []).some((parent) => isA(parent, ancestor));
}
