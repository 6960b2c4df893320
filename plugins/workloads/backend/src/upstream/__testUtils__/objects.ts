/** Objects as a cluster answers them, with what a test changes. */

export const DIGEST = `sha256:${'a'.repeat(64)}`;

export const LABELS = {
  'shopstack.dev/service': 'cart',
  'shopstack.dev/environment': 'dev',
};

interface PodOptions {
  name?: string;
  created?: string;
  ready?: boolean;
  restarts?: number;
  imageID?: string;
  image?: string;
  waiting?: string;
  lastEnded?: string;
  labels?: Record<string, string>;
  owner?: { kind: string; name: string };
  conditions?: object[];
}

export function pod(options: PodOptions = {}) {
  const {
    name = 'cart-7d9f6c5b8-x2x4z',
    created = '2026-11-20T10:00:00Z',
    ready = true,
    image = 'registry/cart:1',
    owner = { kind: 'ReplicaSet', name: 'cart-7d9f6c5b8' },
  } = options;
  return {
    metadata: {
      name,
      namespace: 'cart-dev',
      creationTimestamp: created,
      labels: {
        ...LABELS,
        'pod-template-hash': '7d9f6c5b8',
        ...options.labels,
      },
      ownerReferences: [{ ...owner, controller: true }],
    },
    spec: {
      containers: [
        {
          name: 'app',
          image,
          env: [{ name: 'TOKEN', value: 'plaintext-secret' }],
        },
      ],
    },
    status: {
      conditions: options.conditions,
      containerStatuses: [
        {
          name: 'app',
          image,
          imageID: options.imageID ?? `registry/cart@${DIGEST}`,
          ready,
          restartCount: options.restarts ?? 0,
          state: options.waiting
            ? { waiting: { reason: options.waiting } }
            : { running: {} },
          lastState: options.lastEnded
            ? { terminated: { reason: options.lastEnded } }
            : {},
        },
      ],
    },
  };
}

export function deployment(
  options: {
    name?: string;
    namespace?: string;
    labels?: Record<string, string>;
    spec?: object;
    status?: object;
  } = {},
) {
  const { name = 'cart', namespace = 'cart-dev', labels = LABELS } = options;
  return {
    metadata: { name, namespace, labels },
    spec: {
      replicas: 2,
      template: {
        spec: { containers: [{ name: 'app', image: 'registry/cart:1' }] },
      },
      ...options.spec,
    },
    status: { readyReplicas: 1, ...options.status },
  };
}

export function autoscaler(conditions: object[] = []) {
  return {
    metadata: { name: 'cart', namespace: 'cart-dev', labels: LABELS },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'cart',
      },
      minReplicas: 2,
      maxReplicas: 5,
    },
    status: { currentReplicas: 2, desiredReplicas: 3, conditions },
  };
}

export function warning(
  about: { kind: string; name: string; namespace?: string },
  lastTimestamp: string,
  reason = 'BackOff',
) {
  return {
    metadata: { name: `${about.name}.${reason}`, namespace: 'cart-dev' },
    type: 'Warning',
    reason,
    message: 'Back-off restarting failed container',
    count: 7,
    lastTimestamp,
    involvedObject: { namespace: 'cart-dev', ...about },
  };
}
