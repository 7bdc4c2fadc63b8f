import { randomUUID } from 'node:crypto';
import { problemOf, problemResponse } from '@/lib/platform/api/problem';

/** An address of the API that is none: programs are told in their own words, not with a page. */
function nothingHere(): Response {
  return problemResponse(problemOf(404, { code: 'not-found' }, randomUUID()));
}

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
