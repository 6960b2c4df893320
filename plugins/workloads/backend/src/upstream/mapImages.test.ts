import { map } from './__testUtils__/mapObjects';
import { deployment, DIGEST, pod } from './__testUtils__/objects';

describe('toImages', () => {
  it('puts the image of the newest ready pod first, and names containers without pods', () => {
    const other = `sha256:${'b'.repeat(64)}`;
    const { workloads } = map({
      deployments: [
        deployment({
          spec: {
            template: {
              spec: {
                containers: [
                  { name: 'app', image: 'registry/cart:2' },
                  { name: 'sidecar', image: 'proxy:1' },
                ],
              },
            },
          },
        }),
        deployment({
          name: 'idle',
          spec: { replicas: 0 },
          status: { readyReplicas: undefined },
        }),
      ],
      pods: [
        pod({ name: 'a', imageID: `docker-pullable://registry/cart@${other}` }),
        pod({
          name: 'b',
          created: '2026-11-20T12:00:00Z',
          image: 'registry/cart:2',
        }),
        pod({
          name: 'c',
          created: '2026-11-20T13:00:00Z',
          image: 'registry/cart:3',
          ready: false,
          imageID: 'sha256:0f',
        }),
      ],
    });
    expect(workloads[0].images).toEqual([
      { container: 'app', image: 'registry/cart:2', digest: DIGEST, pods: 1 },
      { container: 'app', image: 'registry/cart:1', digest: other, pods: 1 },
      { container: 'app', image: 'registry/cart:3', pods: 1 },
      { container: 'sidecar', image: 'proxy:1', pods: 0 },
    ]);
    expect(workloads[1]).toMatchObject({
      desired: 0,
      ready: 0,
      images: [{ container: 'app', image: 'registry/cart:1', pods: 0 }],
    });
  });
});
