import { ResponseError } from '@backstage/errors';

/** Whether an error of our API says that the entity itself names no objectives, or names them wrongly, and how. */
export function annotationProblem(
  error: Error | undefined,
): string | undefined {
  return error instanceof ResponseError && error.statusCode === 400
    ? error.cause.message
    : undefined;
}
