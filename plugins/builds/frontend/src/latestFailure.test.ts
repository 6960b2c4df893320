import { latestFailure } from './latestFailure';
import { build, page, project } from './__testUtils__/builds';

const codebuild = project({ key: 'codebuild' });
const workflow = project({ key: 'workflow', executor: 'github-actions' });

const of = (
  key: string,
  status: 'succeeded' | 'failed' | 'stopped' | 'in-progress' | 'timed-out',
  part = {},
) => build({ id: `${key}/${Math.random()}`, projectKey: key, status, ...part });

const failureOf = (items: ReturnType<typeof build>[], projects = [codebuild]) =>
  latestFailure(page(items, { projects }));

describe('latestFailure', () => {
  it('is the latest result of the default branch when that went wrong', () => {
    const failed = of('codebuild', 'failed');
    expect(failureOf([failed, of('codebuild', 'succeeded')])).toEqual(failed);
    expect(failureOf([of('codebuild', 'succeeded'), failed])).toBeUndefined();
    expect(failureOf([])).toBeUndefined();
  });

  it('looks past what is no result yet, or none at all', () => {
    const late = of('codebuild', 'timed-out');
    expect(
      failureOf([
        of('codebuild', 'in-progress'),
        of('codebuild', 'stopped'),
        late,
      ]),
    ).toEqual(late);
  });

  it('takes no other branch for the default one', () => {
    const elsewhere = of('codebuild', 'failed', { branch: 'feature/x' });
    expect(failureOf([elsewhere])).toBeUndefined();
    const trunk = project({ key: 'codebuild', defaultBranch: 'feature/x' });
    expect(failureOf([elsewhere], [trunk])).toEqual(elsewhere);
    const untold = project({ key: 'codebuild', defaultBranch: undefined });
    const master = of('codebuild', 'failed', { branch: 'master' });
    expect(failureOf([elsewhere, master], [untold])).toEqual(master);
  });

  it('takes the branch of a build that was started with a commit from the run over it', () => {
    const run = of('workflow', 'failed', { phases: [] });
    const started = of('codebuild', 'failed', { branch: undefined });
    expect(failureOf([run, started], [workflow, codebuild])).toEqual({
      ...started,
      branch: 'main',
    });
    expect(failureOf([started], [workflow, codebuild])).toBeUndefined();
  });

  it('prefers, over the same commit, the build that names its phase', () => {
    const run = of('workflow', 'failed', { phases: [] });
    const started = of('codebuild', 'failed');
    expect(failureOf([run, started], [workflow, codebuild])).toEqual({
      ...started,
      branch: 'main',
    });
    const older = of('codebuild', 'failed', { commit: '0'.repeat(40) });
    expect(failureOf([run, older], [workflow, codebuild])).toEqual(run);
  });
});
