import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { problemShape } from '../_shapes/problem';

const problem = { 'application/problem+json': { schema: problemShape } };

const REASONS: Readonly<Record<number, string>> = {
  400: 'Not readable',
  401: 'No access token',
  404: 'Nothing here, or not for this token',
  409: 'Refused in the present state; `code` says why',
  410: 'Over',
  422: 'The input does not pass; `errors` says where',
  429: 'Too many tries',
  503: 'Does not answer at the moment',
};

/** The answers of an operation: one that succeeds, and problems by status. */
export function responses(
  success:
    | { status: 200 | 201; description: string; schema: z.ZodType }
    | { status: 204; description: string },
  problems: readonly (keyof typeof REASONS)[],
): ZodOpenApiResponsesObject {
  const content = 'schema' in success ? { content: { 'application/json': { schema: success.schema } } } : {};
  const out: ZodOpenApiResponsesObject = {
    [success.status]: { description: success.description, ...content },
  };
  for (const status of problems) {
    out[`${status}` as '400'] = { description: REASONS[status] ?? 'Problem', content: problem };
  }
  return out;
}

/** A JSON body that is required. */
export function jsonBody(schema: z.ZodType): ZodOpenApiOperationObject['requestBody'] {
  return { required: true, content: { 'application/json': { schema } } };
}

/** The header that makes a POST safe to repeat. */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(8)
    .max(128)
    .optional()
    .meta({ description: 'The same key and body answer the same for 24 hours.' }),
});

/** Operations that need the access token of the booking. */
export const withBearer: ZodOpenApiOperationObject['security'] = [{ accessToken: [] }];
