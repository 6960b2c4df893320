import { mockCredentials } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createProposeAction } from './createProposeAction';

const entity = (kind: string, name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});
const ENTITIES = [
  entity('Group', 'team-checkout'),
  entity('System', 'checkout'),
  entity('Component', 'order'),
  entity('API', 'cart-api'),
];
const VALUES = {
  name: 'refunds',
  description: 'Returns money for returned goods',
  owner: 'group:default/team-checkout',
  system: 'system:default/checkout',
  runtime: 'node-express',
  environments: ['dev'],
};
const OPENED = [
  {
    repository: 'shopstack/apps-sre',
    number: 7,
    url: 'http://localhost:7101/shopstack/apps-sre/pull/7',
    title: 'feat: add the service refunds',
    order: 2,
  },
  {
    repository: 'shopstack/infra-terraform',
    number: 3,
    url: 'http://localhost:7101/shopstack/infra-terraform/pull/3',
    title: 'feat: add registry of refunds',
    order: 1,
  },
];

describe('gitops:propose', () => {
  const planning = { plan: jest.fn(), findNameConflicts: jest.fn() };
  const proposals = { propose: jest.fn() };

  beforeEach(() => {
    jest.resetAllMocks();
    proposals.propose.mockResolvedValue(OPENED);
  });

  const run = async (
    values: Record<string, unknown> = {},
    more: Record<string, unknown> = {},
    catalog = catalogServiceMock({ entities: ENTITIES }),
  ) => {
    const context = createMockActionContext({
      input: { template: 'create-service', values: { ...VALUES, ...values } },
    });
    Object.assign(context, more);
    context.getInitiatorCredentials = async () => mockCredentials.user();
    const output = jest.spyOn(context, 'output');
    await createProposeAction({
      catalog,
      goldenPaths: { planning, proposals },
    }).handler(context as any);
    return Object.fromEntries(output.mock.calls as unknown as [string, any][]);
  };

  it('shows the pull requests in the order of merging', async () => {
    const output = await run();
    expect(output.pullRequests.map((one: any) => one.label)).toEqual([
      '1. shopstack/infra-terraform#3',
      '2. shopstack/apps-sre#7',
    ]);
    expect(output.remoteUrls).toEqual([OPENED[1].url, OPENED[0].url]);
    expect(output.summary).toContain(
      `1. [shopstack/infra-terraform#3](${OPENED[1].url}) feat: add registry of refunds\n2. [`,
    );
    expect(JSON.parse(JSON.stringify(output))).toEqual(output);
  });

  it('names the run by its task, and hands on the hash and the signal', async () => {
    const { signal } = new AbortController();
    await run(
      {},
      {
        task: { id: 'task-1' },
        signal,
        input: { template: 'create-service', values: VALUES, planHash: 'abc' },
      },
    );
    expect(proposals.propose).toHaveBeenCalledWith(
      {
        template: 'create-service',
        values: VALUES,
        planHash: 'abc',
        correlationId: 'task-1',
      },
      expect.objectContaining({ signal }),
    );
  });

  it('does not open them again when the checkpoint has them', async () => {
    const output = await run({}, { checkpoint: async () => OPENED });
    expect(proposals.propose).not.toHaveBeenCalled();
    expect(output.pullRequests).toHaveLength(2);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'an unknown owner',
      { owner: 'group:default/nobody' },
      'owner: group:default/nobody is not in the catalog',
    ],
    [
      'an unknown system',
      { system: 'nothing' },
      'system: system:default/nothing is not in the catalog',
    ],
    ['a bad name', { name: 'Refunds' }, 'name: must be a DNS-1123 label'],
    [
      'a name in the catalog',
      { name: 'order' },
      'the catalog has component:default/order',
    ],
    [
      'the name of an API in the catalog',
      { name: 'cart' },
      'the catalog has api:default/cart-api',
    ],
    ['an unknown parameter', { replicas: 3 }, 'replicas: no such parameter'],
  ])(
    'refuses %s before anything is read or written',
    async (_, values, message) => {
      await expect(run(values)).rejects.toThrow(message);
      expect(proposals.propose).not.toHaveBeenCalled();
    },
  );

  it('only plans in a dry run', async () => {
    planning.plan.mockResolvedValue({
      hash: 'abc',
      checks: [],
      pullRequests: [{ order: 1, title: 't', repository: 'infra-terraform' }],
    });
    const output = await run({}, { isDryRun: true });
    expect(output.planHash).toBe('abc');
    expect(output.pullRequests).toEqual([
      expect.objectContaining({ label: '1. infra-terraform', url: '' }),
    ]);
    expect(proposals.propose).not.toHaveBeenCalled();
  });

  it('fails with the reason, and does not take an outage of the catalog for an unknown owner', async () => {
    proposals.propose.mockRejectedValue(new ServiceUnavailableError('down'));
    await expect(run()).rejects.toThrow('down');

    const catalog = catalogServiceMock({ entities: ENTITIES });
    catalog.getEntitiesByRefs = async () => {
      throw new Error('ECONNREFUSED');
    };
    await expect(run({}, {}, catalog)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});
