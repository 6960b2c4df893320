import { Octokit } from '@octokit/rest';
import { listen, type Listener } from '../http/listen';
import {
  codeOf,
  createReactingWorld,
  overlayOf,
  terraformOf,
} from '../reactions/testing/reactingWorld';
import type { Build } from '../aws/types';
import { FORGE_TOKEN } from './authentication';

// Git commands take their time when many tests share the machine.
jest.setTimeout(60_000);

const repository = { owner: 'shopstack', repo: 'apps-sre' };
const BY_HAND = `
name: by hand
on: [workflow_dispatch]
jobs:
  greet:
    steps: [{run: echo hello}]
`;

describe('commands to the simulated GitHub Actions', () => {
  let reacting: Awaited<ReturnType<typeof createReactingWorld>>;
  let listener: Listener;
  let actions: Octokit['rest']['actions'];

  beforeEach(async () => {
    reacting = await createReactingWorld();
    const { commit } = reacting;
    listener = await listen(reacting.app, 0);
    reacting.world.addresses.set('github', listener.url);
    await commit('infra-terraform', terraformOf('order'));
    await commit('cluster-gitops', overlayOf('order'));
    await commit('apps-sre', {
      ...codeOf('order'),
      '.github/workflows/by-hand.yml': BY_HAND,
    });
    actions = new Octokit({
      auth: FORGE_TOKEN,
      baseUrl: `${listener.url}/api/v3`,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    }).rest.actions;
  });
  afterEach(async () => {
    await listener.close();
    await reacting.close();
  });

  const isOver = () => reacting.runs()[0]?.status === 'completed';
  const builds = () => reacting.world.store.list<Build>('build');

  it('runs a run again as its next attempt, with a build of its own', async () => {
    await reacting.settle(isOver);
    const [{ id }] = reacting.runs();
    expect(builds()).toHaveLength(1);
    await actions.reRunWorkflow({ ...repository, run_id: id });
    const { data: queued } = await actions.getWorkflowRun({
      ...repository,
      run_id: id,
    });
    expect(queued).toMatchObject({ run_attempt: 2, status: 'queued' });
    await expect(
      actions.reRunWorkflow({ ...repository, run_id: id }),
    ).rejects.toMatchObject({ status: 403 });

    await reacting.settle(isOver);
    expect(builds()).toHaveLength(2);
    const { data } = await actions.listJobsForWorkflowRun({
      ...repository,
      run_id: id,
    });
    expect(data.jobs.map(({ run_attempt }) => run_attempt)).toEqual([2, 2, 2]);
  });

  it('cancels a run that is not over', async () => {
    await reacting.settle(() => reacting.runs()[0]?.status === 'in_progress');
    const [{ id }] = reacting.runs();
    await actions.cancelWorkflowRun({ ...repository, run_id: id });
    const { data } = await actions.getWorkflowRun({
      ...repository,
      run_id: id,
    });
    expect(data).toMatchObject({
      status: 'completed',
      conclusion: 'cancelled',
    });
    await expect(
      actions.cancelWorkflowRun({ ...repository, run_id: id }),
    ).rejects.toMatchObject({ status: 409 });
  });

  it('starts a workflow that may be started by hand, at a ref that is there', async () => {
    const dispatch = (workflow_id: string, ref: string, more: object = {}) =>
      actions.createWorkflowDispatch({
        ...repository,
        ...{ workflow_id, ref },
        ...more,
      });
    const told = await dispatch('by-hand.yml', 'main', {
      return_run_details: true,
    });
    expect(told.status).toBe(200);
    const { workflow_run_id } = told.data as unknown as {
      workflow_run_id: number;
    };
    const { data } = await actions.getWorkflowRun({
      ...repository,
      run_id: workflow_run_id,
    });
    expect(data).toMatchObject({ event: 'workflow_dispatch', name: 'by hand' });
    expect((await dispatch('by-hand.yml', 'refs/heads/main')).status).toBe(204);

    for (const [workflow, ref, status] of [
      ['by-hand.yml', 'absent', 422],
      ['order.yml', 'main', 422],
      ['absent.yml', 'main', 404],
    ] as const) {
      await expect(dispatch(workflow, ref)).rejects.toMatchObject({ status });
    }
  });

  it('has the log of a job when the job is over', async () => {
    await reacting.settle(() => reacting.runs()[0]?.status === 'in_progress');
    const [{ jobs }] = reacting.runs();
    const last = jobs[jobs.length - 1];
    const download = () =>
      actions.downloadJobLogsForWorkflowRun({
        ...repository,
        job_id: last.id,
      });
    await expect(download()).rejects.toMatchObject({ status: 404 });
    await reacting.settle(isOver);
    const { data } = await download();
    expect(data).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z ##\[group\]Set up job\n/,
    );
  });
});
