import { digestOf, toWorkloads } from './mapping';

const labels = {
  'shopstack.dev/service': 'cart',
  'shopstack.dev/environment': 'dev',
};
const digest = `sha256:${'a'.repeat(64)}`;
const pod = (
  name: string,
  created: string,
  ready: boolean,
  imageID: string,
) => ({
  metadata: { name, namespace: 'cart-dev', labels, creationTimestamp: created },
  status: { containerStatuses: [{ ready, restartCount: 2, imageID }] },
});
const objects = (resources: { type: string; resources: unknown[] }[]) => ({
  items: [{ cluster: { name: 'c' }, resources, errors: [] }],
});

describe('toWorkloads', () => {
  it('adds up replicas and takes the digest of the newest ready pod', () => {
    const deployment = {
      metadata: { name: 'cart', namespace: 'cart-dev', labels },
      spec: {
        replicas: 2,
        template: { spec: { containers: [{ image: 'r/cart:1' }] } },
      },
      status: { readyReplicas: 1 },
    };
    expect(
      toWorkloads(
        objects([
          { type: 'deployments', resources: [deployment, { odd: true }] },
          {
            type: 'pods',
            resources: [
              pod('old', '2026-01-01T00:00:00Z', true, `r@${digest}`),
              pod('new', '2026-02-01T00:00:00Z', false, 'r@sha256:bad'),
            ],
          },
        ]),
        'cart',
      ),
    ).toEqual([
      {
        service: 'cart',
        environment: 'dev',
        basis: 'known',
        desired: 2,
        ready: 1,
        restarts: 4,
        image: 'r/cart:1',
        runningDigest: digest,
      },
    ]);
  });

  it('infers the environment from the namespace where labels are missing', () => {
    const bare = {
      metadata: { name: 'cart', namespace: 'cart-prod' },
      spec: { replicas: 0 },
    };
    expect(
      toWorkloads(
        objects([{ type: 'deployments', resources: [bare] }]),
        'cart',
      ),
    ).toEqual([
      expect.objectContaining({
        environment: 'prod',
        basis: 'inferred',
        desired: 0,
      }),
    ]);
  });

  it('finds a digest however the runtime writes it', () => {
    expect(digestOf(`docker-pullable://r/n@${digest}`)).toBe(digest);
    expect(digestOf(digest)).toBe(digest);
    expect(digestOf('r/n:tag')).toBeUndefined();
    expect(digestOf(undefined)).toBeUndefined();
  });
});
