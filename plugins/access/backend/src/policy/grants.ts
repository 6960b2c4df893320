import { OWNER_ONLY_PERMISSIONS } from '@shopstack/plugin-access-common';

/**
 * Who is granted a permission that is not a plain read:
 * `everybody` who is signed in, the guest too; the owner of the `entity` or of the `task` (and the platform team);
 * the `platform` team alone; or `nobody`.
 */
export type Grant = 'everybody' | 'entity' | 'task' | 'platform' | 'nobody';

/**
 * Every permission whose answer does not follow from its action. What is not listed is granted when it reads, and
 * refused when it writes: a plugin that is added later must be thought about before it may change anything.
 */
export const GRANTS: ReadonlyMap<string, Grant> = new Map<string, Grant>([
  // Golden paths only open pull requests, so everybody may run them; a task shows what its owner typed.
  ['golden-path.plan', 'everybody'],
  ['scaffolder.task.create', 'everybody'],
  ['scaffolder.action.execute', 'everybody'],
  ['scaffolder.task.read', 'task'],
  ['scaffolder.task.cancel', 'task'],
  // A dry run executes whatever template the caller sends, with the forge token of the portal.
  ['scaffolder.template.dry-run', 'platform'],
  ['scaffolder.template.management', 'platform'],
  ['catalog.entity.refresh', 'everybody'],
  ['catalog.entity.validate', 'everybody'],
  ['catalog.location.analyze', 'platform'],
  ['catalog.entity.create', 'platform'],
  ['catalog.entity.delete', 'platform'],
  ['catalog.location.create', 'platform'],
  ['catalog.location.delete', 'platform'],
  ['catalog.ingestion.manage', 'platform'],
  ['catalog.ingestion.read', 'platform'],
  // What belongs to no entity belongs to no team but the one that runs the platform.
  ['argocd.fleet.read', 'platform'],
  ['slo.fleet.read', 'platform'],
  // The proxy would hand a browser the whole cluster API with the portal's own rights.
  ['kubernetes.proxy', 'nobody'],
  ...OWNER_ONLY_PERMISSIONS.map(name => [name, 'entity'] as const),
]);
