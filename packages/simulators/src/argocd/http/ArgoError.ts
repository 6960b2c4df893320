import type { Response } from 'express';

/** gRPC codes that Argo CD answers with, and the HTTP status of each. */
const statuses: Record<number, number> = {
  2: 500,
  3: 400,
  5: 404,
  7: 403,
  8: 429,
  9: 400,
  12: 501,
  13: 500,
  16: 401,
};

/** A refusal in Argo CD's shape: `{error, code, message}`. */
export class ArgoError extends Error {
  /** A gRPC code: 3 invalid, 5 not found, 7 denied, 9 failed precondition, 16 unauthenticated, 2 unknown. */
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = 'ArgoError';
    this.code = code;
  }
}

/** Answers with a refusal. */
export function sendError(response: Response, error: ArgoError): void {
  response
    .status(statuses[error.code] ?? 500)
    .json({ error: error.message, code: error.code, message: error.message });
}

const faults = {
  401: [16, 'invalid session: token is expired'],
  403: [7, 'permission denied'],
  404: [5, 'Not Found'],
  429: [8, 'too many requests'],
  500: [13, 'rpc error: code = Unavailable desc = connection error'],
} as const;

/** Writes a fault that the weather brings. */
export function writeFault(
  response: Response,
  status: keyof typeof faults,
): void {
  const [code, message] = faults[status];
  sendError(response, new ArgoError(code, message));
}
