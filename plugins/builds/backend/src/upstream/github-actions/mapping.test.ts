import { toReadBuild } from './mapping';
import { workflowJobSchema, workflowRunSchema } from './wire';

const commit = 'a'.repeat(40);
const place = {
  projectKey: 'github-1',
  workflow: 'cart.yml',
  repositoryUrl: 'https://github.com/shopstack/apps-sre',
};
const map = (run: object, jobs: object[] = []) =>
  toReadBuild(
    workflowRunSchema.parse({ id: 42, ...run }),
    jobs.map(job => workflowJobSchema.parse(job)),
    place,
  ).build;

describe('toReadBuild of GitHub Actions', () => {
  it('tells a run and its jobs', () => {
    expect(
      map(
        {
          name: 'cart',
          run_number: 3,
          event: 'push',
          status: 'completed',
          conclusion: 'failure',
          head_branch: 'main',
          head_sha: commit,
          head_commit: { message: 'feat: half price\n\nlong text' },
          actor: { login: 'dev' },
          created_at: '2026-11-20T10:00:00Z',
          run_started_at: '2026-11-20T10:00:10Z',
          updated_at: '2026-11-20T10:02:10Z',
          html_url: 'https://github.com/shopstack/apps-sre/actions/runs/42',
        },
        [
          {
            name: 'test',
            status: 'completed',
            conclusion: 'failure',
            started_at: '2026-11-20T10:00:20Z',
            completed_at: '2026-11-20T10:00:50Z',
            steps: [
              { name: 'checkout', conclusion: 'success' },
              { name: 'npm test', conclusion: 'failure' },
            ],
          },
          {
            name: 'build',
            status: 'completed',
            conclusion: 'skipped',
            steps: null,
          },
        ],
      ),
    ).toEqual({
      id: '42',
      executor: 'github-actions',
      projectKey: 'github-1',
      project: 'cart',
      number: 3,
      status: 'failed',
      branch: 'main',
      commit,
      commitUrl: `https://github.com/shopstack/apps-sre/commit/${commit}`,
      commitMessage: 'feat: half price',
      initiator: 'dev',
      trigger: 'push',
      startedAt: '2026-11-20T10:00:10.000Z',
      finishedAt: '2026-11-20T10:02:10.000Z',
      durationSeconds: 120,
      phases: [
        {
          name: 'test',
          status: 'failed',
          startedAt: '2026-11-20T10:00:20.000Z',
          durationSeconds: 30,
          message: "Step 'npm test' failed",
        },
        { name: 'build', status: 'stopped' },
      ],
      url: 'https://github.com/shopstack/apps-sre/actions/runs/42',
    });
  });

  it.each([
    ['completed', 'success', 'succeeded'],
    ['completed', 'timed_out', 'timed-out'],
    ['completed', 'cancelled', 'stopped'],
    ['completed', 'startup_failure', 'fault'],
    ['completed', null, 'fault'],
    ['in_progress', null, 'in-progress'],
    ['queued', null, 'queued'],
    ['waiting', null, 'queued'],
    [null, null, 'queued'],
  ])('takes %s and %s for %s', (status, conclusion, expected) => {
    expect(map({ status, conclusion }).status).toBe(expected);
  });

  it('does not end a run that goes on', () => {
    expect(
      map({
        status: 'in_progress',
        run_started_at: '2026-11-20T10:00:00Z',
        updated_at: '2026-11-20T10:01:00Z',
      }),
    ).toMatchObject({ finishedAt: undefined, durationSeconds: undefined });
  });

  it('stands with nothing but an id', () => {
    expect(map({ actor: null, head_commit: 'x', created_at: 'soon' })).toEqual(
      expect.objectContaining({
        id: '42',
        project: 'cart.yml',
        startedAt: undefined,
        url: 'https://github.com/shopstack/apps-sre/actions/runs/42',
      }),
    );
  });

  it('is over when its jobs are known, too', () => {
    const run = workflowRunSchema.parse({ id: 42, status: 'completed' });
    expect(toReadBuild(run, undefined, place).over).toBe(false);
    expect(toReadBuild(run, [], place).over).toBe(true);
  });
});
