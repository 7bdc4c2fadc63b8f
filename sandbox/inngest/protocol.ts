import { z } from 'zod';

/** What the SDK's HTTP protocol says; https://github.com/inngest/inngest/blob/main/docs/SDK_SPEC.md */

const trigger = z.union([
  z.object({ cron: z.string() }),
  z.object({ event: z.string(), expression: z.string().nullish() }),
]);

const concurrencyRule = z.object({
  limit: z.number().int(),
  key: z.string().nullish(),
  scope: z.enum(['fn', 'env', 'account']).nullish(),
});

/** Options that this executor does not have: a function that needs one is refused, not run without it. */
const ABSENT = ['batchEvents', 'rateLimit', 'throttle', 'singleton', 'timeouts'] as const;

const functionConfig = z
  .looseObject({
    id: z.string().min(1),
    name: z.string().nullish(),
    triggers: z.array(trigger),
    steps: z.object({
      step: z.object({
        runtime: z.object({ url: z.url() }),
        retries: z.object({ attempts: z.number().int().min(0).optional() }).nullish(),
      }),
    }),
    idempotency: z.string().nullish(),
    concurrency: z.union([z.number(), concurrencyRule, z.array(concurrencyRule)]).nullish(),
    cancel: z
      .array(z.object({ event: z.string(), if: z.string().nullish(), timeout: z.string().nullish() }))
      .nullish(),
    debounce: z
      .object({ period: z.string(), key: z.string().nullish(), timeout: z.string().nullish() })
      .nullish(),
  })
  .superRefine((config, context) => {
    for (const option of ABSENT) {
      if (config[option] === undefined || config[option] === null) continue;
      context.addIssue({ code: 'custom', message: `${config.id}: the sandbox does not have "${option}"` });
    }
  });

export type FunctionConfig = z.infer<typeof functionConfig>;

/** Body of `POST /fn/register`. */
export const registration = z.object({
  appName: z.string().min(1),
  url: z.url(),
  functions: z.array(functionConfig),
});
export type Registration = z.infer<typeof registration>;

const incomingEvent = z.object({
  id: z.string().nullish(),
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).nullish(),
  user: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().nullish(),
  v: z.string().nullish(),
});
/** Body of `POST /e/:key`: one event or several. */
export const incomingEvents = z.union([z.array(incomingEvent), incomingEvent.transform((event) => [event])]);

/** An event as functions see it; `ts` is when it happened, in milliseconds. */
export type StoredEvent = {
  readonly id: string;
  readonly name: string;
  readonly data: Record<string, unknown>;
  readonly ts: number;
  readonly user?: Record<string, unknown>;
  readonly v?: string;
};

export type StepError = { readonly name: string; readonly message: string; readonly stack?: string };
/** How a step or a run ended, in the shape the SDK reads back. */
export type StepResult = { readonly data: unknown } | { readonly error: StepError };

const stepError = z
  .looseObject({ name: z.string().optional(), message: z.string().optional(), error: z.string().optional() })
  .catch({});

/** Any shape of thrown thing, as an error with a name and a message. */
export function toStepError(value: unknown): StepError {
  const parsed = stepError.parse(value);
  const name = parsed.name ?? 'Error';
  return { ...parsed, name, message: parsed.message ?? parsed.error ?? 'Unknown error' };
}

/** One entry of a 206 answer: a step that ran, failed, or wants something of the executor. */
export const operations = z.array(
  z.object({
    id: z.string().min(1),
    op: z.string(),
    name: z.string().nullish(),
    displayName: z.string().nullish(),
    data: z.unknown().optional(),
    error: z.unknown().optional(),
    opts: z
      .looseObject({
        duration: z.string().optional(),
        event: z.string().optional(),
        if: z.string().optional(),
        timeout: z.string().optional(),
        function_id: z.string().optional(),
        payload: z.looseObject({ data: z.record(z.string(), z.unknown()).nullish() }).optional(),
      })
      .nullish(),
  }),
);
export type Operation = z.infer<typeof operations>[number];

/** How often the function or one of its steps may be tried; the SDK's default is 3 retries. */
export function maxAttempts(config: FunctionConfig): number {
  return (config.steps.step.retries?.attempts ?? 3) + 1;
}
