export type ApiErrorType = 'invalid_request_error' | 'card_error' | 'api_error' | 'idempotency_error';

type Details = { readonly code?: string; readonly param?: string };

/** A refusal in Stripe's error envelope. */
export class ApiError extends Error {
  readonly status: number;
  readonly type: ApiErrorType;
  readonly details: Details;

  constructor(status: number, type: ApiErrorType, message: string, details: Details = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.details = details;
  }

  body(): unknown {
    return { error: { type: this.type, message: this.message, ...this.details } };
  }
}

export function invalid(message: string, details: Details = {}): ApiError {
  return new ApiError(400, 'invalid_request_error', message, details);
}

export function missing(what: string, id: string): ApiError {
  const details = { code: 'resource_missing', param: 'id' };
  return new ApiError(404, 'invalid_request_error', `No such ${what}: '${id}'`, details);
}
