import { toAwsUpstreamError } from './awsErrors';

describe('toAwsUpstreamError', () => {
  it.each([
    ['RepositoryNotFoundException', 400, 'not-found'],
    ['ResourceNotFoundException', 400, 'not-found'],
    ['AccessDeniedException', 400, 'forbidden'],
    ['UnrecognizedClientException', 400, 'credentials-refused'],
    ['ExpiredTokenException', 400, 'credentials-refused'],
    ['CredentialsProviderError', undefined, 'credentials-refused'],
    ['ThrottlingException', 400, 'throttled'],
    ['TooManyRequestsException', 429, 'throttled'],
    ['ServerException', 500, 'failed'],
    ['InvalidParameterException', 400, 'rejected'],
    ['SomethingNew', 503, 'failed'],
    ['SyntaxError', 200, 'malformed'],
    ['AbortError', undefined, 'timed-out'],
  ])('takes %s with status %s for %s', (name, httpStatusCode, fault) => {
    const error = Object.assign(new Error('arn of a secret'), {
      name,
      ...(httpStatusCode && { $metadata: { httpStatusCode } }),
    });
    const translated = toAwsUpstreamError('Amazon ECR', error);
    expect(translated.fault).toBe(fault);
    expect(translated.message).not.toContain('secret');
  });
});
