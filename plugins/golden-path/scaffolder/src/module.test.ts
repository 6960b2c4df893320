import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  createServiceFactory,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  type ProposedPullRequest,
  goldenPathsServiceRef,
} from '@shopstack/plugin-golden-path-node';
import request from 'supertest';
import { parse } from 'yaml';
import goldenPathModule from '.';

jest.setTimeout(60_000);

const TEMPLATE_FILE = resolvePackagePath(
  '@shopstack/plugin-scaffolder-backend-module-golden-path',
  '../../../templates/create-service/template.yaml',
);
const LOCATION = `file:${pathToFileURL(TEMPLATE_FILE).pathname}`;

function templateEntity() {
  const template = parse(readFileSync(TEMPLATE_FILE, 'utf8'));
  template.metadata.namespace = 'default';
  template.metadata.annotations = {
    'backstage.io/managed-by-location': LOCATION,
    'backstage.io/managed-by-origin-location': LOCATION,
  };
  return template;
}
const entity = (kind: string, name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});
/** What the form sends when only the required fields are filled in. */
const VALUES = {
  name: 'refunds',
  description: 'Returns money for returned goods',
  owner: 'group:default/team-checkout',
  system: 'system:default/checkout',
  runtime: 'node-express',
  environments: ['dev', 'staging', 'prod'],
};
const pullRequests = (count: number): ProposedPullRequest[] =>
  Array.from({ length: count }, (_, index) => ({
    repository: `shopstack/repository-${index + 1}`,
    number: index + 10,
    url: `http://localhost:7101/shopstack/repository-${index + 1}/pull/${index + 10}`,
    title: 'feat: add it',
    order: index + 1,
  }));

describe('the template in the scaffolder', () => {
  const propose = jest.fn();
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        goldenPathModule,
        catalogServiceMock.factory({
          entities: [
            templateEntity(),
            entity('Group', 'team-checkout'),
            entity('System', 'checkout'),
          ],
        }),
        createServiceFactory({
          service: goldenPathsServiceRef,
          deps: {},
          factory: () => ({
            planning: { plan: jest.fn(), findNameConflicts: jest.fn() },
            proposals: { propose },
          }),
        }),
      ],
    });
  });
  beforeEach(() => propose.mockReset());
  afterAll(() => backend.stop());

  async function run(values: Record<string, unknown>) {
    const server = request(backend.server);
    const { body, status } = await server
      .post('/api/scaffolder/v2/tasks')
      .send({ templateRef: 'template:default/create-service', values });
    if (status !== 201) {
      return { refused: status, text: JSON.stringify(body) };
    }
    // The stream of events stays open until the task has ended.
    const events = await server
      .get(`/api/scaffolder/v2/tasks/${body.id}/eventstream`)
      .buffer(true);
    const task = await server.get(`/api/scaffolder/v2/tasks/${body.id}`);
    const ended = await server.get(
      `/api/scaffolder/v2/tasks/${body.id}/events`,
    );
    const { output } = ended.body.find(
      (event: any) => event.type === 'completion',
    ).body;
    return { id: body.id, status: task.body.status, output, text: events.text };
  }

  it('runs with the required values alone and links every pull request', async () => {
    propose.mockResolvedValue(pullRequests(3));
    const { id, status, output } = await run(VALUES);

    expect(status).toBe('completed');
    expect(propose.mock.calls[0][0]).toEqual({
      template: 'create-service',
      values: VALUES,
      correlationId: id,
    });
    expect(output.links.map((link: any) => [link.title, link.url])).toEqual(
      pullRequests(3).map(one => [
        `${one.order}. ${one.repository}#${one.number}`,
        one.url,
      ]),
    );
    expect(output.text[0].content).toContain('Merge the pull requests');
  });

  it('links a fourth pull request where there is one', async () => {
    propose.mockResolvedValue(pullRequests(4));
    const { output } = await run({ ...VALUES, title: 'Refunds' });

    expect(output.links).toHaveLength(4);
    expect(output.links[3].url).toBe(pullRequests(4)[3].url);
    expect(propose.mock.calls[0][0].values.title).toBe('Refunds');
  });

  it('fails with the reason of the forge', async () => {
    propose.mockRejectedValue(
      new ServiceUnavailableError('shopstack/apps-sre: GitHub fails (500)'),
    );
    const { status, text } = await run(VALUES);

    expect(status).toBe('failed');
    expect(text).toContain('GitHub fails (500)');
  });

  it.each<[string, Record<string, unknown>]>([
    ['a bad name', { name: 'Refunds' }],
    ['an environment that is none', { environments: ['qa'] }],
    ['no owner', { owner: undefined }],
  ])('refuses %s before a task begins', async (_, values) => {
    const { refused } = await run({ ...VALUES, ...values });
    expect(refused).toBe(400);
    expect(propose).not.toHaveBeenCalled();
  });
});
