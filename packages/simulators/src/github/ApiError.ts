/** One entry of `errors` in a 422 of GitHub. */
interface FieldError {
  resource: string;
  field?: string;
  code: string;
  message?: string;
}

/** A refusal that reaches the client as GitHub writes it: a status, a message, and perhaps which field was wrong. */
export class ApiError extends Error {
  readonly name = 'ApiError';

  constructor(
    readonly status: number,
    message: string,
    readonly errors?: FieldError[],
  ) {
    super(message);
  }

  static notFound(): ApiError {
    return new ApiError(404, 'Not Found');
  }

  static invalid(resource: string, field: string, message?: string): ApiError {
    return new ApiError(422, 'Validation Failed', [
      { resource, field, code: message ? 'custom' : 'invalid', message },
    ]);
  }
}
