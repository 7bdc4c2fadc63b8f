import { Fault } from '@/lib/kernel/errors';

/**
 * An error as it may be logged: name, code and place, never its values. Messages of database and vendor errors quote
 * what was sent, which may be personal; those of our own faults do not.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const cause = error.cause as { code?: unknown; name?: unknown } | undefined;
  return {
    name: error.name,
    code: (error as { code?: unknown }).code ?? cause?.code,
    ...(error instanceof Fault && { message: error.message, cause: cause?.name }),
    at: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 5)
      .map((line) => line.trim()),
  };
}
