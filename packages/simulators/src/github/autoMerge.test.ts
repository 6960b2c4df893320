import type { WorkflowRun } from '../world/types';
import { startForge, type TestForge } from './testing/startForge';

describe('auto-merge', () => {
  let forge: TestForge;

  beforeEach(async () => {
    forge = await startForge();
    forge.world.clock.setPace(10_000);
    await forge.commit('main', { a: '1' });
  });

  afterEach(() => forge.close());

  async function openBump() {
    const sha = await forge.commit('bump', { a: '2' }, { from: 'main' });
    const number = await forge.forge.openPull({
      ...{ repository: 'apps-sre', title: 'Bump', body: '', head: 'bump' },
      ...{ base: 'main', author: 'shopstack-bot' },
    });
    return { sha, number };
  }

  const merged = () => forge.pulls.some(({ action }) => action === 'merged');

  it('leaves a pull request alone for which it was not turned on', async () => {
    await openBump();
    await forge.settle();
    expect(merged()).toBe(false);
  });

  it('merges when nothing was announced for a while', async () => {
    const { number } = await openBump();
    await forge.forge.enableAutoMerge('apps-sre', number);
    await forge.settle(merged);
    await expect(
      forge.world.repositories.readFile('apps-sre', 'main', 'a'),
    ).resolves.toBe('2');
  });

  it('waits for pending statuses and never merges a failed one', async () => {
    const { sha, number } = await openBump();
    const set = (state: 'pending' | 'failure' | 'success') =>
      forge.forge.setStatus('apps-sre', sha, {
        ...{ context: 'validate', state, description: state },
      });
    await set('pending');
    await forge.forge.enableAutoMerge('apps-sre', number);
    await forge.settle();
    expect(merged()).toBe(false);
    await set('failure');
    await forge.settle();
    expect(merged()).toBe(false);
    await set('success');
    await forge.settle(merged);
  });

  it('waits for the workflow runs of the head', async () => {
    const { sha, number } = await openBump();
    const run: WorkflowRun = {
      ...{ id: 7, runNumber: 1, repository: 'apps-sre', sha, jobs: [] },
      ...{ path: '.github/workflows/ci.yml', name: 'CI', branch: 'bump' },
      ...{ event: 'pull_request', title: 'Bump', actor: 'shopstack-bot' },
      status: 'in_progress',
      createdAt: forge.world.clock.now().toISOString(),
      updatedAt: forge.world.clock.now().toISOString(),
    };
    forge.world.store.put('workflow-run', 'apps-sre/0000000007', run);
    await forge.forge.enableAutoMerge('apps-sre', number);
    await forge.settle();
    expect(merged()).toBe(false);
    forge.world.store.put('workflow-run', 'apps-sre/0000000007', {
      ...run,
      status: 'completed',
      conclusion: 'success',
    });
    await forge.settle(merged);
  });

  it('does not merge what conflicts', async () => {
    const { number } = await openBump();
    await forge.commit('main', { a: '3' });
    await forge.forge.enableAutoMerge('apps-sre', number);
    await forge.settle();
    expect(merged()).toBe(false);
  });
});
