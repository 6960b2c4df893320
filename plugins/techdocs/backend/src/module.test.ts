import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import searchPlugin from '@backstage/plugin-search-backend';
import techdocsCollator from '@backstage/plugin-search-backend-module-techdocs';
import techdocsPlugin from '@backstage/plugin-techdocs-backend';
import { techdocsModuleMarkdown } from './module';
import { searchModuleEmptyUntilIndexed } from './search/module';

const component = (name: string, folder: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    uid: name,
    annotations: {
      'backstage.io/managed-by-location': `file:${folder}/catalog-info.yaml`,
      'backstage.io/techdocs-ref': 'dir:.',
    },
  },
});

describe('techdocs module', () => {
  let folder: string;
  let backend: TestBackend;
  const logger = mockServices.rootLogger.mock();

  const search = async (term: string) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/search/query?term=${term}&types[0]=techdocs`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    return { status: response.status, body: await response.json() };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'techdocs-module-'));
    await mkdir(join(folder, 'good/docs'), { recursive: true });
    await mkdir(join(folder, 'bad'));
    await writeFile(join(folder, 'good/docs/index.md'), '# Cart\n\nZwieback.');
    logger.child.mockReturnValue(logger);
    backend = await startTestBackend({
      features: [
        techdocsPlugin,
        searchPlugin,
        techdocsCollator,
        techdocsModuleMarkdown,
        searchModuleEmptyUntilIndexed,
        schedulerServiceFactory,
        logger.factory,
        catalogServiceMock.factory({
          entities: [
            component('broken', join(folder, 'bad')),
            component('cart', join(folder, 'good')),
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost', listen: ':0' },
            techdocs: {
              builder: 'local',
              publisher: {
                type: 'local',
                local: { publishDirectory: join(folder, 'published') },
              },
              markdown: {
                schedule: {
                  frequency: { milliseconds: 100 },
                  timeout: { minutes: 1 },
                },
              },
            },
            search: {
              collators: {
                techdocs: {
                  // Longer than the test, so that only the module can be what starts it.
                  schedule: {
                    scope: 'local',
                    initialDelay: { hours: 1 },
                    frequency: { hours: 1 },
                    timeout: { minutes: 1 },
                  },
                },
              },
            },
          },
        }),
      ],
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('lets search find documentation that nobody has opened', async () => {
    let found = await search('zwieback');
    expect(found.status).toBe(200);
    while (found.body.results.length === 0) {
      found = await search('zwieback');
      expect(found.status).toBe(200);
    }
    expect(found.body.results[0].document).toMatchObject({
      title: 'Cart',
      location: '/docs/default/component/cart/',
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('component:default/broken'),
      expect.anything(),
    );
  }, 60_000);
});
