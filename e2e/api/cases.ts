import fc from 'fast-check';
import { arbitraryOf, mutated, type Schema } from './arbitrary';
import { bookingBody, holdBody, uniqueName } from './client';

export interface Operation {
  operationId: string;
  parameters?: { in: string; name: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** The API's own description of itself. */
export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas?: Record<string, Schema> };
}

/** One request to send. */
export interface Case {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** Things that exist: requests that name them get further than invented ones. */
export interface Known {
  /** Somebody else's booking. */
  readonly victim: { reference: string; accessToken: string };
  /** The sender's own. */
  readonly own: { reference: string; accessToken: string };
  readonly holdIds: readonly string[];
  readonly sailingIds: readonly string[];
}

/** Requests to one operation: after its schema, spiting it, and right ones with one or two places spoilt. */
export function casesOf(
  document: Document,
  template: string,
  method: string,
  operation: Operation,
  known: Known,
): fc.Arbitrary<Case> {
  const components = document.components.schemas ?? {};
  const text = (schema: Schema) =>
    arbitraryOf(schema, components).map((v) => (typeof v === 'string' ? v : (JSON.stringify(v) ?? '')));
  const parameters = operation.parameters ?? [];
  const of = (where: string) =>
    fc.record(
      Object.fromEntries(parameters.filter((p) => p.in === where).map((p) => [p.name, text(p.schema)])),
      { requiredKeys: [] },
    );
  const real = template.includes('holds')
    ? known.holdIds
    : [known.victim.reference, known.victim.reference, known.own.reference];
  const segment = fc.option(fc.constantFrom(...real), { freq: 3 });
  return fc
    .record({
      path: of('path'),
      segment,
      query: queryOf(operation, of('query')),
      header: of('header'),
      body: bodyOf(operation, components, known),
      authorization: authorizations(known),
    })
    .map(({ path, segment: realOne, query, header, body, authorization }): Case => {
      const filled = template.replaceAll(/\{(\w+)\}/g, (_, name) => encode(realOne ?? path[name] ?? ''));
      const pairs = Object.entries(query).map(([k, v]) => [k, String(v).toWellFormed()]);
      const search = new URLSearchParams(pairs);
      const key = String(header['idempotency-key'] ?? '');
      return {
        method: method.toUpperCase(),
        path: `${filled}${search.size ? `?${search}` : ''}`,
        headers: {
          ...(authorization && { authorization }),
          ...(/^[\x21-\x7e]+$/.test(key) && { 'idempotency-key': key }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: body.toWellFormed() }),
      };
    });
}

function bodyOf(
  { operationId, requestBody }: Operation,
  components: Record<string, Schema>,
  known: Known,
): fc.Arbitrary<string | undefined> {
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema) return fc.constant(undefined);
  const json = (value: unknown) => JSON.stringify(value) ?? 'null';
  const right = rightBodies(operationId, known);
  return fc.oneof(
    { weight: 4, arbitrary: arbitraryOf(schema, components).map(json) },
    { weight: 1, arbitrary: fc.string() },
    ...(right ? [{ weight: 5, arbitrary: right.chain(mutated).map(json) }] : []),
  );
}

function queryOf(
  { operationId }: Operation,
  fitting: fc.Arbitrary<Record<string, string | undefined>>,
): fc.Arbitrary<Record<string, unknown>> {
  if (operationId !== 'searchSailings' && operationId !== 'searchConnections') return fitting;
  const right = {
    from: 'FRMRS',
    to: 'TNLGN',
    date: '2027-07-14',
    adults: '2',
    children: '1',
    vehicles: 'car',
  };
  return fc.oneof(fitting, mutated(right) as fc.Arbitrary<Record<string, unknown>>);
}

/** Bodies that the operation would take. */
function rightBodies(operationId: string, known: Known): fc.Arbitrary<unknown> | null {
  if (operationId === 'placeHold') {
    const vehicles = [{ type: 'car', lengthCm: 450, heightCm: 160, accessories: [] }];
    return fc.constantFrom(...known.sailingIds).map((id) => holdBody(id, 1, { vehicles }));
  }
  if (operationId === 'placeBooking')
    return fc.constantFrom(...known.holdIds).map((id) => bookingBody(id, 1, uniqueName()));
  return null;
}

/** Every key but the victim's own. */
function authorizations({ victim, own }: Known): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      '',
      `Bearer ${own.accessToken}`,
      `Bearer ${victim.accessToken.slice(0, -1)}${victim.accessToken.endsWith('x') ? 'y' : 'x'}`,
      'Bearer x',
      'Basic eDp5',
      `Bearer ${'a'.repeat(43)}`,
    ),
    fc.string().map((text) => `Bearer ${text.replaceAll(/[^\x20-\x7e]/g, '')}`),
  );
}

/** A path segment; `.` and `..` would change the path and `''` the operation. */
function encode(text: string): string {
  const segment = encodeURIComponent(text.toWellFormed().slice(0, 200));
  return segment === '' || /^\.+$/.test(segment) ? '%20' : segment;
}
