import type { Build, LogStream, RegistryRepository } from '../aws/types';
import type { PullDocument, StatusDocument } from '../github';
import type { RegistryImage } from '../world/types';
import {
  codeOf,
  createReactingWorld,
  overlayOf,
  terraformOf,
} from './testing/reactingWorld';

// Git commands take their time when many tests share the machine.
jest.setTimeout(60_000);

const OVERLAY = 'apps/order/overlays/dev/kustomization.yaml';

describe('createReactions', () => {
  let reacting: Awaited<ReturnType<typeof createReactingWorld>>;

  beforeEach(async () => {
    reacting = await createReactingWorld();
  });

  afterEach(() => reacting.close());

  it('takes a commit to an image and to the overlay of dev', async () => {
    const { world, commit, runs, settle } = reacting;
    await commit('infra-terraform', terraformOf('order'));
    await commit('cluster-gitops', overlayOf('order'));
    const sha = await commit('apps-sre', codeOf('order'));
    const overlay = () =>
      world.repositories.readFile('cluster-gitops', 'main', OVERLAY);
    await settle(async () => !(await overlay())?.includes('unreleased'));

    expect(await overlay()).toBe(`# The dev environment
namespace: order-dev
images:
  - name: shopstack-order   # replaced by the pipeline
    newTag: "${sha}"
replicas:
  - name: order
    count: 1
`);
    const [image] = world.store.list<RegistryImage>('image');
    expect(image).toMatchObject({
      repository: 'shopstack-order',
      tags: [sha],
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      revision: sha,
    });
    const [build] = world.store.list<Build>('build');
    expect(build).toMatchObject({
      status: 'SUCCEEDED',
      revision: sha,
      initiator: 'GitHub-Actions/shopstack-github-actions',
      exportedVariables: [
        {
          name: 'IMAGE_URI',
          value: expect.stringContaining(`shopstack-order:${sha}`),
        },
        { name: 'IMAGE_DIGEST', value: image.digest },
      ],
    });
    expect(build.phases.map(phase => phase.name)).toEqual([
      'SUBMITTED',
      'QUEUED',
      'PROVISIONING',
      'DOWNLOAD_SOURCE',
      'INSTALL',
      'PRE_BUILD',
      'BUILD',
      'POST_BUILD',
      'UPLOAD_ARTIFACTS',
      'FINALIZING',
      'COMPLETED',
    ]);
    const log = world.store.list<LogStream>('log-stream')[0];
    const text = log.events.map(event => event.message).join('');
    expect(text).toMatch(/Login Succeeded[^]*RUN npm ci[^]*digest: sha256:/);
    expect(text).toContain('\u001b[34m#3 [build 2/2] RUN npm ci');

    const [run] = runs();
    expect(run).toMatchObject({
      name: 'order',
      event: 'push',
      conclusion: 'success',
    });
    const [pull] = world.store.list<PullDocument>('pull');
    expect(pull).toMatchObject({
      head: { branch: `chore/order-image-${sha.slice(0, 7)}` },
      title: `chore: bump order image to ${sha.slice(0, 7)} in dev`,
      mergedAt: expect.any(String),
    });
    const bump = await world.repositories.commit('cluster-gitops', 'main');
    expect(bump.sha).toBe(pull.mergeCommit);
    expect(bump.message).toContain(`Argocd-reference-commit-sha: ${sha}\n`);
    expect(bump.message).toContain(
      'Argocd-reference-commit-subject: feat: change',
    );

    await settle(
      () =>
        world.store.list<RegistryImage>('image')[0].scan.status === 'COMPLETE',
    );
    const statuses = world.store.listByPrefix<StatusDocument>(
      'commit-status',
      `apps-sre/${sha}/`,
    );
    const bumped = statuses.filter(status => status.context === 'order / bump');
    expect(bumped.map(status => status.state)).toEqual([
      'pending',
      'pending',
      'success',
    ]);
  });

  it('waits, and says so, for pull requests that are not merged yet', async () => {
    const { world, commit, runs, settle } = reacting;
    await commit('infra-terraform', terraformOf());
    await commit('cluster-gitops', { 'README.md': 'empty' });
    await commit('apps-sre', codeOf('order'));
    const messages = (job: number) =>
      runs()[0]
        ?.jobs[job].steps.map(step => step.message)
        .join();
    world.clock.setPace(50);
    await settle(() =>
      /infra-terraform pull request is not merged/.test(messages(1)),
    );
    await commit('infra-terraform', terraformOf('order'));
    await settle(() =>
      /cluster-gitops pull request .* not merged/.test(messages(2)),
    );
    await commit('cluster-gitops', overlayOf('order'));
    await settle(() => runs()[0].status === 'completed');
    expect(runs()[0].conclusion).toBe('success');
  });

  it('only tests a pull request, and gives its run no role', async () => {
    const { world, forge, commit, runs, settle } = reacting;
    await commit('infra-terraform', terraformOf('order'));
    await commit('apps-sre', { 'README.md': 'empty' });
    await settle(() => world.store.list('iam-role').length > 0);
    const files = codeOf('order');
    const sha = await commit('apps-sre', files, 'topic');
    const open = (head: string) =>
      forge.openPull({
        repository: 'apps-sre',
        title: 'Topic',
        body: '',
        head,
        base: 'main',
        author: 'dev',
      });
    await open('topic');
    await settle(() => runs()[0]?.status === 'completed');
    expect(runs()).toHaveLength(1);
    expect(runs()[0]).toMatchObject({
      event: 'pull_request',
      sha,
      conclusion: 'success',
      jobs: [
        { conclusion: 'success' },
        { conclusion: 'skipped' },
        { conclusion: 'skipped' },
      ],
    });

    const workflow = '.github/workflows/order.yml';
    const careless = files[workflow].replace(/ {4}if: .*\n/, '');
    await commit('apps-sre', { ...files, [workflow]: careless }, 'careless');
    await open('careless');
    await settle(() => runs()[1]?.status === 'completed');
    expect(runs()[1].jobs[1].steps[1]).toMatchObject({
      conclusion: 'failure',
      message: expect.stringMatching(
        /Not authorized .* repo:shopstack\/apps-sre:pull_request/,
      ),
    });
  });

  it.each([
    ['services/order/Dockerfile', 'BUILD', /docker build/],
    ['services/order/buildspec.yml', 'DOWNLOAD_SOURCE', /no such file/],
  ])('fails the build when %s is missing', async (path, phase, message) => {
    const { world, commit, runs, settle } = reacting;
    await commit('infra-terraform', terraformOf('order'));
    const files = codeOf('order');
    delete files[path];
    await commit('apps-sre', files);
    await settle(() => runs()[0]?.status === 'completed');
    const [build] = world.store.list<Build>('build');
    expect(build.status).toBe('FAILED');
    expect(build.phases.find(each => each.status === 'FAILED')).toMatchObject({
      name: phase,
      context: { message: expect.stringMatching(message) },
    });
    expect(runs()[0].jobs.map(job => job.conclusion)).toEqual([
      'success',
      'failure',
      'skipped',
    ]);
    expect(world.store.list('image')).toEqual([]);
  });

  it('fails a step it does not know by name', async () => {
    const { commit, runs, settle } = reacting;
    await commit('apps-sre', {
      '.github/workflows/odd.yml': `
on: push
jobs:
  action: {steps: [{uses: someone/unknown@v1}, {run: never}]}
  expression: {steps: [{run: x, if: hashFiles('a') == 'b'}]}
  matrix: {strategy: {matrix: {a: [1]}}, steps: [{run: x}]}
`,
      '.github/workflows/invalid.yml': 'on: push\njobs: []\n',
    });
    await settle(
      () =>
        runs().length === 2 && runs().every(run => run.status === 'completed'),
    );
    const [invalid, odd] = runs();
    expect(invalid).toMatchObject({
      jobs: [],
      title: expect.stringContaining('Invalid workflow file'),
    });
    const messages = odd.jobs.map(
      job => job.steps.find(step => step.conclusion === 'failure')?.message,
    );
    expect(messages).toEqual([
      expect.stringContaining("'someone/unknown@v1'"),
      expect.stringContaining('hashFiles'),
      expect.stringContaining('strategy.matrix'),
    ]);
    expect(odd.jobs[0].steps[2].conclusion).toBe('skipped');
  });

  it('applies Terraform from main, and nothing of a broken one', async () => {
    const { world, commit, settle } = reacting;
    const names = () =>
      world.store
        .list<RegistryRepository>('ecr-repository')
        .map(({ name }) => name);
    await commit('infra-terraform', terraformOf('order', 'cart'));
    await settle(() => names().length === 2);

    const broken = await commit('infra-terraform', {
      'envs/dev/service-cart.tf': undefined,
      'envs/dev/broken.tf': 'module "a" {',
    });
    const statuses = (sha: string) =>
      world.store.listByPrefix<StatusDocument>(
        'commit-status',
        `infra-terraform/${sha}/`,
      );
    await settle(() => statuses(broken).length > 0);
    expect(statuses(broken)[0]).toMatchObject({
      context: 'terraform apply',
      state: 'failure',
      description: expect.stringContaining('broken.tf'),
    });
    expect(names()).toHaveLength(2);

    const repaired = await commit('infra-terraform', {
      'envs/dev/broken.tf': undefined,
    });
    await settle(() => statuses(repaired).length > 0);
    expect(statuses(repaired)[0].description).toBe(
      'Apply complete: 0 added, 0 changed, 2 destroyed',
    );
    expect(names()).toEqual(['shopstack-order']);
  });
});
