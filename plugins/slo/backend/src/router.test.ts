import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { openApiDocument } from '@shopstack/plugin-kit-node/testUtils';
import { createRouter } from './router';

describe('the routes', () => {
  it('all stand in the OpenAPI document, and nothing else does', () => {
    const document = openApiDocument(resolve(__dirname, '../openapi.yaml'));
    const never = () => Promise.reject(new Error('not asked here'));
    const router = createRouter({
      httpAuth: mockServices.httpAuth(),
      service: {
        listSlos: never,
        listAllSlos: never,
        getSlo: never,
        getChart: never,
        listDeployments: never,
      },
    });
    expect(() => document.assertCovers(router)).not.toThrow();
  });
});
