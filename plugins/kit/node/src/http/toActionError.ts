import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { UpstreamError, type UpstreamFault } from '../upstream';

/** What an upstream refuses, in words for the person who asked for it. */
const REFUSALS: Partial<Record<UpstreamFault, (upstream: string) => string>> = {
  rejected: upstream =>
    `${upstream} refuses this. It may have changed meanwhile: read it again, then decide`,
  'not-found': upstream =>
    `${upstream} does not know it any more. Read the list again`,
  forbidden: upstream =>
    `${upstream} does not let the portal do this. Whoever runs the portal can grant it`,
};

/** Faults that come before the upstream did anything. */
const BEFORE_THE_CALL: UpstreamFault[] = [
  'no-credentials',
  'credentials-refused',
  'throttled',
  'paused',
];

/**
 * The error for an action that an upstream did not do. A refusal is a `ConflictError` (409), and an upstream that
 * cannot be asked a `ServiceUnavailableError` (503), both in our words. Anything else comes back unchanged.
 */
export function toActionError(error: unknown): Error {
  if (!(error instanceof UpstreamError)) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const upstream = error.upstream ?? 'The upstream';
  const refusal = REFUSALS[error.fault];
  if (refusal) {
    return because(new ConflictError(refusal(upstream)), error);
  }
  const after = BEFORE_THE_CALL.includes(error.fault)
    ? 'Nothing was changed; try again later'
    : 'Whether it was done is not known: read it again before you repeat it';
  return because(
    new ServiceUnavailableError(`${error.message}. ${after}`),
    error,
  );
}

/** Not by the constructor, which would repeat the cause in the message. */
function because(error: Error, cause: Error): Error {
  error.cause = cause;
  return error;
}
