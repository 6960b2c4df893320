import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

const text = lenient(z.string());
const flag = lenient(z.boolean());
const list = <T extends z.ZodType>(row: T) => lenient(z.array(row));

const sourceSchema = lenient(
  z.object({ repoURL: text, path: text, chart: text, targetRevision: text }),
);

const initiatedBySchema = lenient(
  z.object({ username: text, automated: flag }),
);

const healthSchema = lenient(z.object({ status: text, message: text }));

/** What we read of an Application. Argo CD may leave out everything but its name. */
export const applicationSchema = z.object({
  metadata: z.object({
    name: z.string().min(1),
    namespace: text,
    labels: lenient(z.record(z.string(), z.string())),
  }),
  spec: lenient(
    z.object({
      project: text,
      source: sourceSchema,
      sources: list(sourceSchema),
      sourceHydrator: lenient(z.object({ drySource: sourceSchema })),
      destination: lenient(
        z.object({ server: text, name: text, namespace: text }),
      ),
      syncPolicy: lenient(
        z.object({ automated: lenient(z.object({ enabled: flag })) }),
      ),
    }),
  ),
  operation: lenient(z.object({ sync: z.unknown() })),
  status: lenient(
    z.object({
      sync: lenient(
        z.object({ status: text, revision: text, revisions: list(z.string()) }),
      ),
      health: healthSchema,
      operationState: lenient(
        z.object({
          phase: text,
          message: text,
          startedAt: text,
          finishedAt: text,
          retryCount: lenient(z.number()),
          operation: lenient(z.object({ initiatedBy: initiatedBySchema })),
        }),
      ),
      conditions: list(
        z.object({ type: z.string(), message: text, lastTransitionTime: text }),
      ),
      summary: lenient(z.object({ images: list(z.string()) })),
      history: list(
        lenient(
          z.object({
            id: z.number(),
            revision: text,
            revisions: list(z.string()),
            source: sourceSchema,
            sources: list(sourceSchema),
            deployedAt: z.string(),
            deployStartedAt: text,
            initiatedBy: initiatedBySchema,
          }),
        ),
      ),
      resources: list(
        lenient(
          z.object({
            group: text,
            version: text,
            kind: z.string(),
            namespace: text,
            name: z.string(),
            status: text,
            health: healthSchema,
          }),
        ),
      ),
      reconciledAt: text,
    }),
  ),
});

export type WireApplication = z.output<typeof applicationSchema>;
export type WireSource = z.output<typeof sourceSchema>;
type WireStatus = NonNullable<WireApplication['status']>;
export type WireHistory = NonNullable<
  NonNullable<WireStatus['history']>[number]
>;
export type WireResource = NonNullable<
  NonNullable<WireStatus['resources']>[number]
>;

/** `items` is null where nothing is selected. */
export const applicationListSchema = z.object({
  items: z.array(z.unknown()).nullish(),
  metadata: z.object({ resourceVersion: text }),
});

/** The live object of one resource, as JSON text. */
export const resourceAnswerSchema = z.object({ manifest: z.string() });

/** What Argo CD says when it refuses. */
export const refusalSchema = z.object({
  message: text,
  code: lenient(z.number()),
});

/** What we read of a revision's metadata. */
export const revisionMetadataSchema = z.object({
  author: text,
  message: text,
  date: text,
  references: list(
    lenient(
      z.object({
        commit: lenient(
          z.object({
            sha: text,
            repoUrl: text,
            author: text,
            subject: text,
            date: text,
          }),
        ),
      }),
    ),
  ),
});

export type WireRevisionMetadata = z.output<typeof revisionMetadataSchema>;
