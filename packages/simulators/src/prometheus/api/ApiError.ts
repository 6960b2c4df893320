import { ErrorRequestHandler, Response } from 'express';
import { PromqlExecutionError, PromqlSyntaxError } from '../promql';

/** A refusal in the words of Prometheus's API. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly errorType: string,
    message: string,
  ) {
    super(message);
  }
}

/** 400: a parameter is missing or cannot be read. */
export function badData(message: string): ApiError {
  return new ApiError(400, 'bad_data', message);
}

export function writeError(
  response: Response,
  status: number,
  errorType: string,
  error: string,
): void {
  response.status(status).json({ status: 'error', errorType, error });
}

/** Answers what a handler threw; anything unforeseen is an `internal` error. */
export const errorHandler: ErrorRequestHandler = (
  error,
  _request,
  response,
  next,
) => {
  if (response.headersSent) {
    next(error);
  } else if (error instanceof ApiError) {
    writeError(response, error.status, error.errorType, error.message);
  } else if (error instanceof PromqlSyntaxError) {
    const message = `invalid parameter "query": ${error.message}`;
    writeError(response, 400, 'bad_data', message);
  } else if (error instanceof PromqlExecutionError) {
    writeError(response, 422, 'execution', error.message);
  } else {
    const status = (error as { status?: number }).status ?? 500;
    const message = String((error as Error).message ?? error);
    writeError(
      response,
      status,
      status < 500 ? 'bad_data' : 'internal',
      message,
    );
  }
};
