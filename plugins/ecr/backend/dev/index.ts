import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

// The plugin by itself: nobody signs in, and the catalog is the one component below.
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
);
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'cart',
          namespace: 'default',
          annotations: {
            'aws.amazon.com/amazon-ecr-arn':
              'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-cart',
          },
        },
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
