import type { Request } from 'express';
import type { z } from 'zod';
import { ApiError } from '../ApiError';

/** The body of a request, checked. @throws ApiError 422 naming the fields */
export function parseBody<T>(
  schema: z.ZodType<T>,
  request: Request,
  resource: string,
): T {
  const parsed = schema.safeParse(request.body ?? {});
  if (parsed.success) {
    return parsed.data;
  }
  throw new ApiError(
    422,
    'Validation Failed',
    parsed.error.issues.map(({ path, message }) => ({
      resource,
      field: path.join('.'),
      code: 'invalid',
      message,
    })),
  );
}
