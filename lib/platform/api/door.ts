import { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { Fault, type Refusal } from '@/lib/kernel/errors';
import { sha256 } from '@/lib/kernel/ids';
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from '@/lib/kernel/locale';
import { bearerContext, guestContext } from '@/lib/platform/context';
import { logger } from '@/lib/platform/logger';
import { fieldProblems } from './field-problems';
import { type Answer, onceByKey } from './idempotency';
import { problemOf, problemResponse } from './problem';
import { readJson } from './read-body';

/** What a handler is given: the parsed parts of the request. */
export interface Asked<Params, Query, Body> {
  readonly ctx: Context;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly request: Request;
}

/** What a handler answers: a value with its status, or a refusal. */
export type Answered =
  | { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> }
  | { readonly refusal: Refusal; readonly headers?: Record<string, string> };

interface DoorOptions<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  /** Name of the operation: for logs, and as the scope of idempotency keys. */
  readonly operation: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Status by refusal code; a code that is not listed answers 422. */
  readonly statuses?: Readonly<Record<string, number>>;
  /** Needs `Authorization: Bearer`. */
  readonly bearer?: boolean;
}

const STATUSES: Readonly<Record<string, number>> = {
  'invalid-json': 400,
  'invalid-input': 422,
  'unsupported-media-type': 415,
  'body-too-large': 413,
  unauthorized: 401,
  'not-found': 404,
  'too-many-requests': 429,
  'request-in-progress': 409,
  'idempotency-key-reused': 422,
  'idempotency-key-invalid': 400,
};

const BEARER = /^Bearer ([\w-]{20,200})$/;

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * One door for every API operation: builds the context, parses what comes in, turns refusals into
 * problem+json and faults into a 500 that says nothing of the inside, replays idempotent POSTs.
 */
export function door<
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(
  options: DoorOptions<P, Q, B>,
  handle: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answered>,
) {
  return async (request: Request, route: RouteContext): Promise<Response> => {
    const token = BEARER.exec(request.headers.get('authorization') ?? '')?.[1];
    const locale = localeOf(request);
    const ctx = token ? bearerContext(locale, token) : guestContext(locale);
    const say = (refusal: Refusal, headers?: Record<string, string>) =>
      problemResponse(problemOf(statusOf(options, refusal), refusal, ctx.requestId), headers);
    try {
      if (options.bearer && !token) return say({ code: 'unauthorized' }, { 'www-authenticate': 'Bearer' });
      const parts = await parseParts(options, request, route);
      if ('refusal' in parts) return say(parts.refusal);
      const work = () =>
        handle({ ctx, request, ...parts.value } as Asked<z.output<P>, z.output<Q>, z.output<B>>);
      const key = request.method === 'POST' ? request.headers.get('idempotency-key') : null;
      if (key === null) return respond(await work(), say);
      const scope = `${options.operation}:${new URL(request.url).pathname}:${token ? sha256(token) : 'guest'}`;
      const once = await onceByKey({ scope, key, text: parts.text, now: ctx.now }, async () =>
        asAnswer(options, await work(), ctx.requestId),
      );
      if (!once.ok) return say(once.refusal);
      return jsonResponse(once.value, once.value.replayed ? { 'idempotency-replayed': 'true' } : {});
    } catch (error) {
      return failure(options.operation, ctx.requestId, error);
    }
  };
}

function statusOf(options: { statuses?: Readonly<Record<string, number>> }, refusal: Refusal): number {
  return options.statuses?.[refusal.code] ?? STATUSES[refusal.code] ?? 422;
}

function respond(answered: Answered, say: (r: Refusal, h?: Record<string, string>) => Response): Response {
  return 'refusal' in answered
    ? say(answered.refusal, answered.headers)
    : jsonResponse(answered, answered.headers);
}

function asAnswer(
  options: { statuses?: Readonly<Record<string, number>> },
  answered: Answered,
  requestId: string,
): Answer {
  if (!('refusal' in answered)) return { status: answered.status, body: answered.body };
  const problem = problemOf(statusOf(options, answered.refusal), answered.refusal, requestId);
  return { status: problem.status, body: problem };
}

function jsonResponse(answer: Answer, headers: Record<string, string> = {}): Response {
  const type = answer.status >= 400 ? 'application/problem+json' : 'application/json';
  if (answer.status === 204) return new Response(null, { status: 204, headers });
  return new Response(JSON.stringify(answer.body), {
    status: answer.status,
    headers: { 'content-type': type, 'cache-control': 'no-store', ...headers },
  });
}

function failure(operation: string, requestId: string, error: unknown): Response {
  const retryable = error instanceof Fault && error.retryable;
  logger.error({ operation, requestId, error: describe(error) }, 'api operation failed');
  const refusal = { code: retryable ? 'unavailable' : 'internal-error' };
  return problemResponse(
    problemOf(retryable ? 503 : 500, refusal, requestId),
    retryable ? { 'retry-after': '5' } : {},
  );
}

/** Name, code and place of an error: never its values, which may be personal. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack } = error;
  const code = (error as { code?: unknown }).code ?? (error.cause as { code?: unknown } | undefined)?.code;
  return {
    name,
    code,
    at: stack
      ?.split('\n')
      .slice(1, 6)
      .map((line) => line.trim()),
  };
}

function localeOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('locale');
  if (isLocale(asked)) return asked;
  const accepted = request.headers.get('accept-language') ?? '';
  const first = accepted.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return LOCALES.find((locale) => locale === first.find((tag) => isLocale(tag))) ?? DEFAULT_LOCALE;
}

type Parts = { params: unknown; query: unknown; body: unknown };

async function parseParts<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  options: DoorOptions<P, Q, B>,
  request: Request,
  route: RouteContext,
): Promise<{ value: Parts; text: string } | { refusal: Refusal }> {
  const read = options.body ? await readJson(request) : undefined;
  if (read && !read.ok) return { refusal: read.refusal };
  const parsed = {
    params: (options.params ?? z.unknown()).safeParse(await route.params),
    query: (options.query ?? z.unknown()).safeParse(queryOf(request)),
    body: (options.body ?? z.unknown()).safeParse(read?.value.json),
  };
  if (!parsed.params.success) return { refusal: { code: 'not-found' } };
  const bad = [parsed.query, parsed.body].find((part) => !part.success);
  if (bad?.error) return { refusal: { code: 'invalid-input', fields: fieldProblems(bad.error) } };
  const value = { params: parsed.params.data, query: parsed.query.data, body: parsed.body.data };
  return { value, text: read?.value.text ?? '' };
}

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}
