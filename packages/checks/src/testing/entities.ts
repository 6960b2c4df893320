import type { Entity } from '@backstage/catalog-model';

export const ACCOUNT = '123456789012';

const group = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type: 'team', children: [] },
});

/** The component that the checks look at: it carries every annotation that our backends read. */
export const CART_REF = 'component:default/cart';
export const CART_PATH = '/v1/entities/component/default/cart';

export const cart: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'cart',
    annotations: {
      'shopstack.dev/service': 'cart',
      'shopstack.dev/slo-service': 'cart',
      'argocd/app-selector': 'shopstack.dev/service=cart',
      'backstage.io/kubernetes-label-selector': 'shopstack.dev/service=cart',
      'aws.amazon.com/amazon-ecr-arn': `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/shopstack-cart`,
      'aws.amazon.com/aws-codebuild-project-arn': `arn:aws:codebuild:us-east-1:${ACCOUNT}:project/shopstack-cart`,
      'github.com/project-slug': 'shopstack/apps-sre',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-checkout' },
};

/** What the catalog of a check holds. */
export const entities: Entity[] = [
  group('team-checkout'),
  group('team-identity'),
  group('team-platform'),
  cart,
];
