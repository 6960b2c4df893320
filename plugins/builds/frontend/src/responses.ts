import { ResponseError } from '@backstage/errors';

/** What went wrong when somebody asked for an action. */
export type ActionFailureKind =
  /** The executor said no; nothing happened. */
  | 'refused'
  /** It is not known whether the executor took it. */
  | 'unanswered'
  | 'forbidden'
  /** What was asked is malformed. */
  | 'invalid'
  | 'failed';

const KINDS: Record<number, ActionFailureKind> = {
  400: 'invalid',
  403: 'forbidden',
  409: 'refused',
  503: 'unanswered',
};

/** What kind of failure an error of our API is, and what the backend says of it. */
export function describeActionFailure(error: Error): {
  kind: ActionFailureKind;
  reason: string;
} {
  if (error instanceof ResponseError) {
    return {
      kind: KINDS[error.statusCode] ?? 'failed',
      reason: error.cause.message || error.message,
    };
  }
  // The browser could not reach the portal: the request may have arrived all the same.
  return { kind: 'failed', reason: error.message };
}

/** Whether an error of our API says that the entity itself is annotated wrongly, and how. */
export function annotationProblem(error: Error | undefined) {
  return error instanceof ResponseError && error.statusCode === 400
    ? error.cause.message
    : undefined;
}

/** Whether an error of our API says that there is no such build. */
export function isNotFound(error: Error | undefined): boolean {
  return error instanceof ResponseError && error.statusCode === 404;
}
