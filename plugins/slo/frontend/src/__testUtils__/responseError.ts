import { ResponseError } from '@backstage/errors';

/** What our API client throws for a status of the backend. */
export const responseError = (status: number, name: string, message: string) =>
  ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name, message },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ) as never,
  );
