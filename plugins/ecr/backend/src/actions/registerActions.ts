import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  ECR_SCAN_STATUSES,
  ECR_SEVERITIES,
} from '@shopstack/plugin-ecr-common';
import type { EcrService } from '../service/EcrService';

const READ_ONLY = { readOnly: true, destructive: false, idempotent: true };

const ENTITY =
  'Reference of a catalog entity, for example component:default/checkout';

/** Offers what this backend reads to agents, over the same service and with the caller's credentials. */
export function registerActions(
  registry: ActionsRegistryService,
  service: EcrService,
): void {
  registry.register({
    name: 'list-images',
    title: 'List the container images of an entity',
    description:
      'Images in Amazon ECR of the repositories that a catalog entity names, newest first: tags, digest, size, state and counts of the security scan, and the environments that run each. A scan that is NOT_READ or PENDING is not clean. `sources` says what could not be read.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY),
          search: z
            .string()
            .max(200)
            .optional()
            .describe('Part of a tag, or the beginning of a digest'),
          running: z
            .boolean()
            .optional()
            .describe('Only what runs in an environment'),
          scan: z.array(z.enum(ECR_SCAN_STATUSES)).optional(),
          severity: z
            .enum(ECR_SEVERITIES)
            .optional()
            .describe('Only what has findings of this severity or worse'),
          offset: z.number().int().min(0).default(0),
          limit: z.number().int().min(1).max(100).default(20),
        }),
      output: z => z.object({ page: z.any() }),
    },
    action: async ({ input: { entityRef, ...query }, credentials }) => ({
      output: {
        page: await service.listImages(parseEntityRef(entityRef), query, {
          credentials,
        }),
      },
    }),
  });

  registry.register({
    name: 'list-image-findings',
    title: 'List the security findings of an image',
    description:
      'What the scan of one image found, the worst first, with the version that mends it where there is one.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY),
          repositoryArn: z
            .string()
            .max(1_000)
            .describe('`repositoryArn` of an image of list-images'),
          digest: z
            .string()
            .regex(/^sha256:[0-9a-f]{64}$/)
            .describe('`digest` of the same image'),
        }),
      output: z => z.object({ findings: z.any() }),
    },
    action: async ({ input: { entityRef, ...image }, credentials }) => ({
      output: {
        findings: await service.listFindings(parseEntityRef(entityRef), image, {
          credentials,
        }),
      },
    }),
  });

  registry.register({
    name: 'list-service-scans',
    title: 'List the running images of services by their findings',
    description:
      'The images that run, of all services or of those of some owners, with counts of findings and the worst ten, the worst image first.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          ownedBy: z
            .array(z.string().max(300))
            .max(50)
            .default([])
            .describe(
              'References of groups or users, for example group:default/team-checkout',
            ),
          offset: z.number().int().min(0).default(0),
          limit: z.number().int().min(1).max(100).default(20),
        }),
      output: z => z.object({ page: z.any() }),
    },
    action: async ({ input, credentials }) => ({
      output: {
        page: await service.listServiceScans(input, { credentials }),
      },
    }),
  });
}
