import {
  faultError,
  statusError,
  toUpstreamError,
  type UpstreamError,
  type UpstreamFault,
} from '../upstream';

/**
 * Error names of AWS that say more than their status: the JSON protocols answer nearly every client error with 400.
 * Common errors of all services, and those of Amazon ECR and AWS CodeBuild.
 */
const FAULTS: [RegExp, UpstreamFault][] = [
  [
    /^(UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch|ExpiredToken|InvalidClientTokenId|IncompleteSignature|MissingAuthenticationToken|CredentialsProvider)/,
    'credentials-refused',
  ],
  [/^(AccessDenied|NotAuthorized|OptInRequired)/, 'forbidden'],
  [
    /(Throttl|TooManyRequests|RequestLimitExceeded|LimitExceededException$)/,
    'throttled',
  ],
  [/(RepositoryNotFound|ResourceNotFound|ImageNotFound)/, 'not-found'],
  [
    /^(ServerException|InternalFailure|ServiceUnavailable|InternalServerError)/,
    'failed',
  ],
];

/** Translates what an AWS SDK client throws, by its name first and its status second. */
export function toAwsUpstreamError(
  upstream: string,
  error: unknown,
): UpstreamError {
  const { name, $metadata, $response } = (error ?? {}) as {
    name?: string;
    $metadata?: { httpStatusCode?: number };
    $response?: { headers?: Record<string, string> };
  };
  const fault = FAULTS.find(([pattern]) => pattern.test(name ?? ''))?.[1];
  if (fault === 'throttled') {
    return statusError(upstream, 429, {
      retryAfter: $response?.headers?.['retry-after'],
      cause: error,
    });
  }
  if (fault) {
    return faultError(fault, upstream, error);
  }
  // An answer that is no JSON keeps its good status, and must not pass for a failure of the service.
  const status = $metadata?.httpStatusCode;
  return status !== undefined && status < 400
    ? faultError('malformed', upstream, error)
    : toUpstreamError(upstream, error);
}
