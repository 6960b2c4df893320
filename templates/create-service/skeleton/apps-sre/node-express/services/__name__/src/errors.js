/** Answers what no route answered. */
export function notFound(request, response) {
  problem(response, 404, 'Not found', `${request.method} ${request.path}`);
}

/** Answers what a route threw. The reason of a server's error goes to the log, not to the client. */
export function handleErrors(logger) {
  // Express tells an error handler from a route by its four parameters.
  return (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) logger.error({ err: error, path: request.path }, 'request failed');
    problem(
      response,
      status,
      status === 500 ? 'Internal server error' : 'Bad request',
      status === 500 ? undefined : error.message,
    );
  };
}

/** One error as RFC 9457 shapes it. */
function problem(response, status, title, detail) {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail }));
}
