/** A fault: something that should not have happened. Never shown to a traveller as it is. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: string;
  readonly retryable: boolean;

  constructor(code: string, options: { message?: string; retryable?: boolean; cause?: unknown } = {}) {
    super(options.message ?? code, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/** A refusal a user can meet: a stable code and the facts its message needs. Returned, never thrown. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
  /** For input that does not pass: path of the field → what is wrong with it. */
  readonly fields?: Readonly<Record<string, readonly FieldProblem[]>>;
}

/** What is wrong with one field: a code that the page has a sentence for (`booking.problem`, `search.problems`), and its facts. */
export interface FieldProblem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a verb answers: the value, or why not. */
export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

/** A positive answer. */
export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A refusal with its code and facts. */
export function refuse<Code extends string>(
  code: Code,
  params?: Refusal['params'],
  fields?: Refusal['fields'],
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, ...(params && { params }), ...(fields && { fields }) } };
}
