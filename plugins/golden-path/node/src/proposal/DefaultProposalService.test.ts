import { createGoldenPaths } from '../createGoldenPaths';
import {
  type TestForge,
  startTestForge,
} from '../__testUtils__/startTestForge';
import { parentManifest } from '../__testUtils__/testRepositories';

jest.setTimeout(60_000);

const values = (name: string) => ({
  name,
  description: 'Returns money for returned goods',
  owner: 'group:default/team-checkout',
  system: 'system:default/checkout',
  runtime: 'node-express',
  environments: ['dev', 'staging', 'prod'],
});
const request = (name: string, correlationId = `task-${name}`) => ({
  template: 'create-service',
  values: values(name),
  correlationId,
});

describe('DefaultProposalService on a forge', () => {
  let forge: TestForge;
  const golden = () => createGoldenPaths(forge.config);

  beforeEach(async () => {
    forge = await startTestForge();
  });
  afterEach(() => forge.close());

  it('opens one pull request in each repository, in order and linked to each other', async () => {
    const opened = await golden().proposals.propose(request('refunds'));

    expect(opened.map(one => [one.order, one.repository])).toEqual([
      [1, 'shopstack/infra-terraform'],
      [2, 'shopstack/cluster-gitops'],
      [3, 'shopstack/apps-sre'],
    ]);
    expect(opened[0].url).toBe(
      `${forge.url}/shopstack/infra-terraform/pull/${opened[0].number}`,
    );
    const open = await forge.pullRequests();
    expect(open).toHaveLength(3);
    for (const { body, head, base } of open) {
      expect(head.ref).toMatch(
        /^shopstack\/create-service\/refunds-[0-9a-f]{12}$/,
      );
      expect(base.ref).toBe('main');
      for (const { url } of opened) {
        expect(body).toContain(url);
      }
    }
    const script = await forge.world.repositories.readFile(
      'apps-sre',
      open.find(one => one.base.repo.name === 'apps-sre').head.ref,
      '.github/actions/bump-image/open-pull-request.sh',
    );
    expect(script).toContain('gh pr create');
  });

  it('finds its own pull requests again when it is run again', async () => {
    const first = await golden().proposals.propose(request('refunds'));
    const second = await golden().proposals.propose(request('refunds'));

    expect(second).toEqual(first);
    expect(await forge.pullRequests('all')).toHaveLength(3);
    expect(await forge.changeBranches()).toHaveLength(3);
  });

  it('makes the same of two replicas that run at once', async () => {
    const [one, other] = await Promise.all([
      golden().proposals.propose(request('refunds')),
      golden().proposals.propose(request('refunds')),
    ]);

    expect(one).toEqual(other);
    expect(await forge.pullRequests('all')).toHaveLength(3);
  });

  it('replaces what an earlier try left on a base that has moved since', async () => {
    await golden().proposals.propose(request('refunds'));
    const moved = await forge.commit('apps-sre', { 'NEWS.md': 'news\n' });
    const [, , apps] = await golden().proposals.propose(request('refunds'));

    const [pull] = (await forge.pullRequests()).filter(
      one => one.html_url === apps.url,
    );
    const commit = await forge.world.repositories.commit(
      'apps-sre',
      pull.head.ref,
    );
    expect(commit.parents).toEqual([moved]);
    expect(await forge.pullRequests('all')).toHaveLength(3);
  });

  it('refuses a plan that is not the one that was shown', async () => {
    const { planning, proposals } = golden();
    const { hash } = await planning.plan(request('refunds'));
    await forge.commit('cluster-gitops', { 'NEWS.md': 'news\n' });

    await expect(
      proposals.propose({ ...request('refunds'), planHash: hash }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(await forge.changeBranches()).toEqual([]);
  });

  it('proposes Applications to the branch that their parent reads', async () => {
    const repoUrl = `${forge.url}/shopstack/cluster-gitops`;
    const main = await forge.world.repositories.resolve(
      'cluster-gitops',
      'main',
    );
    await forge.world.repositories.write('cluster-gitops', {
      branch: 'dev',
      from: main!,
      message: 'Start dev',
      author: { name: 'Platform', email: 'platform@shopstack.example' },
      changes: new Map([['NEWS.md', 'news\n']]),
    });
    await forge.commit('cluster-gitops', {
      'apps/root/apps-business.yaml': parentManifest(repoUrl, {
        revision: 'dev   ',
      }),
    });

    const opened = await golden().proposals.propose(request('refunds'));

    const pulls = await forge.pullRequests();
    const baseOf = (url: string) =>
      pulls.find(one => one.html_url === url).base.ref;
    expect(opened.map(one => baseOf(one.url))).toEqual([
      'main',
      'main',
      'dev',
      'main',
    ]);
    const { head } = pulls.find(one => one.base.ref === 'dev');
    expect(
      await forge.world.repositories.changedFiles(
        'cluster-gitops',
        'dev',
        head.ref,
      ),
    ).toEqual([
      'apps/business/refunds-dev.yaml',
      'apps/business/refunds-prod.yaml',
      'apps/business/refunds-staging.yaml',
    ]);
  });

  it.each(['401', '403', '429', '500', 'down', 'cut'] as const)(
    'leaves nothing open when the forge turns to %s after the first pull request',
    async kind => {
      forge.world.events.on('pull', ({ action, repository }) => {
        if (action === 'opened' && repository === 'infra-terraform') {
          forge.world.weather.set('github', {
            kind,
            path: '/api/v3/repos/shopstack/cluster-gitops/pulls',
          });
          forge.world.events.on('pull', closed => {
            if (closed.action === 'closed') {
              forge.world.weather.set('github', { kind: 'clear' });
            }
          });
        }
      });

      await expect(
        golden().proposals.propose(request('refunds')),
      ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });

      expect(await forge.pullRequests()).toEqual([]);
      expect(await forge.changeBranches()).toEqual([]);
    },
  );

  it('leaves nothing open when the task is cancelled between two pull requests', async () => {
    const controller = new AbortController();
    forge.world.events.on('pull', ({ action, repository }) => {
      if (action === 'opened' && repository === 'cluster-gitops') {
        controller.abort(new Error('cancelled by a person'));
      }
    });

    await expect(
      golden().proposals.propose(request('refunds'), {
        signal: controller.signal,
      }),
    ).rejects.toThrow('cancelled by a person');

    expect(await forge.pullRequests()).toEqual([]);
    expect(await forge.pullRequests('closed')).not.toEqual([]);
    expect(await forge.changeBranches()).toEqual([]);
  });

  it('writes nothing when a repository cannot be read', async () => {
    forge.world.weather.set('github', {
      kind: '500',
      path: '/api/v3/repos/shopstack/infra-terraform',
    });
    const failure = golden().proposals.propose(request('refunds'));

    await expect(failure).rejects.toThrow(
      'shopstack/infra-terraform: GitHub fails (500)',
    );
    forge.world.weather.set('github', { kind: 'clear' });
    expect(await forge.changeBranches()).toEqual([]);
  });

  it('refuses a name that is taken in any repository, in any case', async () => {
    await forge.commit('infra-terraform', {
      'envs/dev/registry.tf': 'locals {\n  names = ["shopstack-REFUNDS"]\n}\n',
    });
    await expect(
      golden().proposals.propose(request('refunds')),
    ).rejects.toThrow(
      'refunds is taken: infra-terraform has "shopstack-REFUNDS" in envs/dev/registry.tf',
    );
  });
});
