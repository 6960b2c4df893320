import { z } from 'zod';

const metadata = z.object({
  name: z.string(),
  namespace: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
});

const containers = z
  .array(z.object({ image: z.string().optional() }))
  .optional();

/** What we read of a Deployment (or another workload with replicas). */
export const workloadSchema = z.object({
  metadata,
  spec: z.object({
    replicas: z.number().optional(),
    template: z.object({ spec: z.object({ containers }) }).optional(),
  }),
  status: z.object({ readyReplicas: z.number().optional() }).optional(),
});

/** What we read of a Pod. */
export const podSchema = z.object({
  metadata: metadata.extend({
    creationTimestamp: z.string().optional(),
    deletionTimestamp: z.string().optional(),
  }),
  spec: z.object({ containers }).optional(),
  status: z
    .object({
      phase: z.string().optional(),
      containerStatuses: z
        .array(
          z.object({
            image: z.string().optional(),
            imageID: z.string().optional(),
            ready: z.boolean().optional(),
            restartCount: z.number().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});

/** The answer of the Kubernetes backend for one entity. */
export const objectsSchema = z.object({
  items: z.array(
    z.object({
      cluster: z.object({ name: z.string() }),
      resources: z.array(
        z.object({ type: z.string(), resources: z.array(z.unknown()) }),
      ),
      errors: z.array(
        z.object({
          errorType: z.string(),
          statusCode: z.number().optional(),
          resourcePath: z.string().optional(),
        }),
      ),
    }),
  ),
});

export type WireObjects = z.infer<typeof objectsSchema>;
export type WirePod = z.infer<typeof podSchema>;
export type WireWorkload = z.infer<typeof workloadSchema>;
