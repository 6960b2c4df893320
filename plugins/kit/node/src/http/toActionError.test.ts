import { NotAllowedError } from '@backstage/errors';
import { faultError, statusError } from '../upstream';
import { toActionError } from './toActionError';

describe('toActionError', () => {
  it.each([400, 403, 404, 409, 422])('takes %s for a refusal', status => {
    const error = toActionError(statusError('Argo CD', status));
    expect(error.name).toBe('ConflictError');
    expect(error.message).toMatch(/^Argo CD /);
  });

  it.each(['no-credentials', 'throttled', 'paused'] as const)(
    'says that nothing happened after %s',
    fault => {
      const error = toActionError(faultError(fault, 'Argo CD'));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toContain('Argo CD');
      expect(error.message).toContain('Nothing was changed');
    },
  );

  it.each(['timed-out', 'failed', 'unreachable', 'malformed'] as const)(
    'does not claim to know what was done after %s',
    fault => {
      const cause = new Error('https://user:secret@host');
      const error = toActionError(faultError(fault, 'Argo CD', cause));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toContain('is not known');
      expect(error.message).not.toContain('Nothing was changed');
      expect(error.message).not.toContain('secret');
    },
  );

  it('leaves other errors alone', () => {
    const mine = new NotAllowedError('no');
    expect(toActionError(mine)).toBe(mine);
    expect(toActionError('odd').message).toBe('odd');
  });
});
