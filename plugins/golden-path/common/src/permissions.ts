import { createPermission } from '@backstage/plugin-permission-common';

/** May see what a golden path would do. It opens nothing; running it is the scaffolder's own permission. */
export const goldenPathPlanPermission = createPermission({
  name: 'golden-path.plan',
  attributes: { action: 'read' },
});

export const goldenPathPermissions = [goldenPathPlanPermission];
