import { ResponseError } from '@backstage/errors';

/** The error that our API client throws for an answer with this status. */
export async function responseError(statusCode: number, message: string) {
  const names: Record<number, string> = {
    400: 'InputError',
    403: 'NotAllowedError',
    409: 'ConflictError',
    503: 'ServiceUnavailableError',
  };
  const body = {
    error: { name: names[statusCode] ?? 'Error', message },
    response: { statusCode },
  };
  return ResponseError.fromResponse({
    ok: false,
    status: statusCode,
    statusText: names[statusCode] ?? 'Error',
    headers: new Headers({ 'content-type': 'application/json' }),
    url: 'http://localhost:7007/api/builds',
    type: 'basic',
    redirected: false,
    bodyUsed: false,
    clone: () => undefined,
    text: async () => JSON.stringify(body),
  } as never);
}
