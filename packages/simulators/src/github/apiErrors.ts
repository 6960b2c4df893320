import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ApiError } from './ApiError';

const DOCUMENTATION = 'https://docs.github.com/rest';

/** Answers what no route took. */
export const unknownApiPath: RequestHandler = (_request, _response, next) => {
  next(ApiError.notFound());
};

/** Writes every failure as GitHub's JSON; what is not a refusal of ours is logged and becomes a 500. */
export function apiErrorHandler(
  log: (message: string) => void,
): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, message, errors } = asApiError(error);
    if (status >= 500) {
      log(`github: ${request.method} ${request.path}: ${error?.stack}`);
    }
    response.status(status).json({
      message,
      ...(errors && { errors }),
      documentation_url: DOCUMENTATION,
      status: String(status),
    });
  };
}

function asApiError(error: any): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  switch (error?.name) {
    case 'NotFoundError':
      return new ApiError(404, 'Not Found');
    case 'InputError':
      return new ApiError(422, error.message);
    case 'ConflictError':
      return new ApiError(409, error.message);
    case 'URIError':
      return new ApiError(400, 'Bad Request');
    case 'SyntaxError':
      return new ApiError(400, 'Problems parsing JSON');
    case 'PayloadTooLargeError':
      return new ApiError(413, 'Payload too large');
    default:
      return new ApiError(500, 'Server Error');
  }
}
