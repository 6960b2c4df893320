import { build, COMMIT } from './__testUtils__/builds';
import { withMessages } from './withMessages';

describe('withMessages', () => {
  it('knows the message of a commit from another build of it', () => {
    const silent = build({ id: 'a', commitMessage: undefined });
    const other = build({
      id: 'b',
      commit: '0'.repeat(40),
      commitMessage: 'x',
    });
    const builds = withMessages([silent, build({ commit: COMMIT }), other]);
    expect(builds.map(({ commitMessage }) => commitMessage)).toEqual([
      'Round prices half-up',
      'Round prices half-up',
      'x',
    ]);
  });

  it('invents none', () => {
    const untold = build({ commit: undefined, commitMessage: undefined });
    expect(withMessages([untold])).toEqual([untold]);
  });
});
