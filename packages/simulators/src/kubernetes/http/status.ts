import type { Response } from 'express';

/** A refusal of the API server: an object of kind Status. */
export class StatusError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly details: object | undefined;

  constructor(code: number, reason: string, message: string, details?: object) {
    super(message);
    this.name = 'StatusError';
    this.code = code;
    this.reason = reason;
    this.details = details;
  }
}

/** The Status object for a refusal. */
export function statusObject(error: StatusError): object {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: error.message,
    reason: error.reason,
    ...(error.details && { details: error.details }),
    code: error.code,
  };
}

/** Answers with a Status object. */
export function sendStatus(response: Response, error: StatusError): void {
  response.status(error.code).json(statusObject(error));
}

const faults = {
  401: ['Unauthorized', 'Unauthorized'],
  403: [
    'Forbidden',
    'forbidden: User "system:serviceaccount:portal:portal" cannot do that',
  ],
  404: ['NotFound', 'the server could not find the requested resource'],
  429: ['TooManyRequests', 'Too many requests, please try again later.'],
  500: [
    'InternalError',
    'Internal error occurred: etcdserver: request timed out',
  ],
} as const;

/** Writes a fault that the weather brings. */
export function writeFault(
  response: Response,
  status: keyof typeof faults,
): void {
  const [reason, message] = faults[status];
  sendStatus(response, new StatusError(status, reason, message));
}
