import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

/*
 * What is read of the objects of a cluster. Everything else is dropped when they are parsed: commands, environment
 * variables and mounts of containers never reach the portal's memory or its database.
 */

const metadata = z.object({
  name: z.string(),
  namespace: lenient(z.string()),
  labels: lenient(z.record(z.string(), z.string())),
  creationTimestamp: lenient(z.string()),
  deletionTimestamp: lenient(z.string()),
  ownerReferences: lenient(
    z.array(
      z.object({
        kind: z.string(),
        name: z.string(),
        controller: lenient(z.boolean()),
      }),
    ),
  ),
});

const containers = lenient(
  z.array(z.object({ name: z.string(), image: lenient(z.string()) })),
);

const conditions = lenient(
  z.array(
    z.object({
      type: z.string(),
      status: lenient(z.string()),
      reason: lenient(z.string()),
      message: lenient(z.string()),
    }),
  ),
);

const ended = lenient(z.object({ reason: lenient(z.string()) }));

const containerStatuses = lenient(
  z.array(
    z.object({
      name: z.string(),
      image: lenient(z.string()),
      imageID: lenient(z.string()),
      ready: lenient(z.boolean()),
      restartCount: lenient(z.number()),
      state: lenient(z.object({ waiting: ended, terminated: ended })),
      lastState: lenient(z.object({ terminated: ended })),
    }),
  ),
);

/** A pod (core/v1). */
export const podSchema = z.object({
  metadata,
  spec: lenient(z.object({ containers })),
  status: lenient(
    z.object({
      reason: lenient(z.string()),
      conditions,
      containerStatuses,
      initContainerStatuses: containerStatuses,
    }),
  ),
});

/** A Deployment, StatefulSet or DaemonSet (apps/v1), or a Rollout (argoproj.io/v1alpha1). */
export const controllerSchema = z.object({
  metadata,
  spec: lenient(
    z.object({
      replicas: lenient(z.number()),
      template: lenient(z.object({ spec: lenient(z.object({ containers })) })),
    }),
  ),
  status: lenient(
    z.object({
      readyReplicas: lenient(z.number()),
      desiredNumberScheduled: lenient(z.number()),
      numberReady: lenient(z.number()),
      conditions,
    }),
  ),
});

/** A HorizontalPodAutoscaler (autoscaling/v2). */
export const autoscalerSchema = z.object({
  metadata,
  spec: z.object({
    scaleTargetRef: z.object({ kind: z.string(), name: z.string() }),
    minReplicas: lenient(z.number()),
    maxReplicas: z.number(),
  }),
  status: lenient(
    z.object({
      currentReplicas: lenient(z.number()),
      desiredReplicas: lenient(z.number()),
      conditions,
    }),
  ),
});

/** An Event (core/v1). */
export const eventSchema = z.object({
  metadata,
  type: lenient(z.string()),
  reason: lenient(z.string()),
  message: lenient(z.string()),
  count: lenient(z.number()),
  lastTimestamp: lenient(z.string()),
  eventTime: lenient(z.string()),
  series: lenient(
    z.object({
      count: lenient(z.number()),
      lastObservedTime: lenient(z.string()),
    }),
  ),
  involvedObject: z.object({
    kind: z.string(),
    name: z.string(),
    namespace: lenient(z.string()),
  }),
});

/** A list of any kind. */
export const listSchema = z.object({
  metadata: lenient(
    z.object({
      resourceVersion: lenient(z.string()),
      continue: lenient(z.string()),
    }),
  ),
  items: z.array(z.unknown()),
});

/** One line of a watch. Of an ERROR the object is a Status; of a BOOKMARK it holds the version alone. */
export const watchLineSchema = z.object({
  type: z.enum(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK', 'ERROR']),
  object: z.looseObject({
    code: lenient(z.number()),
    metadata: lenient(z.looseObject({ resourceVersion: lenient(z.string()) })),
  }),
});

export type WirePod = z.infer<typeof podSchema>;
export type WireController = z.infer<typeof controllerSchema>;
export type WireAutoscaler = z.infer<typeof autoscalerSchema>;
export type WireEvent = z.infer<typeof eventSchema>;
export type WireMetadata = z.infer<typeof metadata>;
