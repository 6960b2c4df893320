import { digestOf } from './images';
import { serviceLabel } from './applications';

/** The repository of a service of the fleet, and the number of the image that it runs: the newest. */
export interface Running {
  service: string;
  repository: string;
  image: number;
}

const podsEach = 2;
const hash = '7d9f6c5b8';
const environment = 'dev';

const metadata = ({ service }: Running, name: string, labels: object = {}) => ({
  name,
  namespace: `${service}-${environment}`,
  creationTimestamp: '2026-01-01T00:00:00Z',
  labels: {
    [serviceLabel]: service,
    'shopstack.dev/environment': environment,
    ...labels,
  },
});

const containersOf = ({ repository, image }: Running) => [
  { name: 'app', image: `registry.example/${repository}:build-${image}` },
];

export function makeDeployment(running: Running) {
  return {
    metadata: metadata(running, running.service),
    spec: {
      replicas: podsEach,
      template: { spec: { containers: containersOf(running) } },
    },
    status: { readyReplicas: podsEach },
  };
}

/** The pods of a service, as a cluster tells them. */
export function makePods(running: Running) {
  const { service, repository, image } = running;
  return Array.from({ length: podsEach }, (_, index) => ({
    metadata: {
      ...metadata(running, `${service}-${hash}-${index}`, {
        'pod-template-hash': hash,
      }),
      ownerReferences: [
        { kind: 'ReplicaSet', name: `${service}-${hash}`, controller: true },
      ],
    },
    spec: { containers: containersOf(running) },
    status: {
      containerStatuses: [
        {
          ...containersOf(running)[0],
          imageID: `registry.example/${repository}@${digestOf(repository, image)}`,
          ready: true,
          restartCount: 0,
          state: { running: {} },
        },
      ],
    },
  }));
}
