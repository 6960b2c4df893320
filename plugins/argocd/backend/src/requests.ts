import { InputError } from '@backstage/errors';
import type {
  ArgocdApplicationId,
  ArgocdHealthStatus,
  ArgocdSyncStatus,
} from '@shopstack/plugin-argocd-common';
import { z } from 'zod';
import { isObjectName } from './service/objectName';

/** One value or several: `?sync=OutOfSync&sync=Unknown`. */
const several = <T extends z.ZodType>(value: T) =>
  z.union([z.array(value).max(100), value.transform(one => [one])]).optional();

const text = z.string().min(1).max(253);

const SYNC: [ArgocdSyncStatus, ...ArgocdSyncStatus[]] = [
  'Synced',
  'OutOfSync',
  'Unknown',
];

const HEALTH: [ArgocdHealthStatus, ...ArgocdHealthStatus[]] = [
  'Healthy',
  'Progressing',
  'Degraded',
  'Suspended',
  'Missing',
  'Unknown',
];

export const fleetQuerySchema = z.strictObject({
  search: z.string().max(253).optional(),
  sync: several(z.enum(SYNC)),
  health: several(z.enum(HEALTH)),
  project: text.optional(),
  instance: text.optional(),
  ownedBy: several(text),
});

/** Strict: a revision, a list of resources, or manifests of the caller's own are never passed on. */
export const refreshBodySchema = z.strictObject({
  hard: z.boolean().default(false),
});

export const syncBodySchema = z.strictObject({
  prune: z.boolean().default(false),
});

/**
 * Reads `:instance/:appNamespace/:appName` of a path.
 *
 * @throws InputError when a part is no name of an instance or of a Kubernetes object.
 */
export function parseApplicationParams(
  params: Record<string, string | undefined>,
): ArgocdApplicationId {
  const { instance = '', appNamespace = '', appName = '' } = params;
  if (instance.length > 253) {
    throw new InputError('The name of the instance is malformed');
  }
  if (!isObjectName(appNamespace)) {
    throw new InputError('The namespace of the application is malformed');
  }
  if (!isObjectName(appName)) {
    throw new InputError('The name of the application is malformed');
  }
  return { instance, namespace: appNamespace, name: appName };
}
