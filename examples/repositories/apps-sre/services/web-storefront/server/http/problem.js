import { STATUS_CODES } from 'node:http';

/** An error that the client is told about, shaped as RFC 9457 says. */
export class Problem extends Error {
  constructor(status, detail, headers = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.headers = headers;
  }
}

/** Answers what no route answered. */
export function refuseUnknown(request) {
  throw new Problem(404, `There is nothing at ${request.path}`);
}

/** Answers what a route threw. The cause of a server's error goes to the log only. */
export function answerProblems(log) {
  // Express knows an error handler by its four parameters.
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = error.status >= 400 && error.status < 600;
    const status = known ? error.status : 500;
    if (status >= 500) {
      log.error('request failed', { path: request.path, cause: error.stack });
    }
    response
      .status(status)
      .set(error.headers ?? {})
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: STATUS_CODES[status],
          status,
          detail: known ? error.message : undefined,
        }),
      );
  };
}
