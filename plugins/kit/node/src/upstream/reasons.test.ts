import { z } from 'zod';
import { statusError, toUpstreamError } from './reasons';

describe('toUpstreamError', () => {
  const malformed = z.object({ a: z.string() }).safeParse({ a: 1 }).error;

  it.each([
    [
      'an SDK error',
      { name: 'X', $metadata: { httpStatusCode: 429 } },
      'throttled',
    ],
    [
      'an Octokit error',
      { name: 'HttpError', status: 401 },
      'credentials-refused',
    ],
    ['a refused connection', { code: 'ECONNREFUSED' }, 'unreachable'],
    ['an unknown host', { cause: { code: 'ENOTFOUND' } }, 'unreachable'],
    ['a cut answer', new TypeError('terminated'), 'unreachable'],
    ['a timeout', { name: 'TimeoutError' }, 'timed-out'],
    ['bad JSON', new SyntaxError('Unexpected token'), 'malformed'],
    ['wrong types', malformed, 'malformed'],
    ['anything else', new Error('token=secret'), 'failed'],
    ['nothing', undefined, 'failed'],
  ])('recognises %s', (_, error, fault) => {
    const translated = toUpstreamError('GitHub', error);
    expect(translated.fault).toBe(fault);
    expect(translated.message).toMatch(/^GitHub /);
    expect(translated.message).not.toContain('secret');
    expect(translated).not.toHaveProperty('status');
    expect(translated).not.toHaveProperty('statusCode');
  });

  it('leaves alone what is translated already', () => {
    const error = statusError('GitHub', 404);
    expect(toUpstreamError('Argo CD', error)).toBe(error);
  });
});

describe('statusError', () => {
  it('reads how long to wait', () => {
    expect(statusError('x', 429, { retryAfter: '3' }).retryAfterMs).toBe(3_000);
    const date = new Date(Date.now() + 60_000).toUTCString();
    expect(
      statusError('x', 429, { retryAfter: date }).retryAfterMs,
    ).toBeGreaterThan(50_000);
    expect(
      statusError('x', 429, { retryAfter: 'soon' }).retryAfterMs,
    ).toBeUndefined();
  });
});
