import argocd from '@shopstack/plugin-argocd-backend';
import builds from '@shopstack/plugin-builds-backend';
import delivery from '@shopstack/plugin-delivery-backend';
import ecr from '@shopstack/plugin-ecr-backend';
import goldenPath from '@shopstack/plugin-golden-path-backend';
import operations from '@shopstack/plugin-operations-backend';
import slo from '@shopstack/plugin-slo-backend';
import workloads from '@shopstack/plugin-workloads-backend';

/** Our backends by package, as `packages/backend` adds them; a test sees to it that none is missing. The policy is apart. */
export const portalBackends = {
  '@shopstack/plugin-argocd-backend': argocd,
  '@shopstack/plugin-builds-backend': builds,
  '@shopstack/plugin-delivery-backend': delivery,
  '@shopstack/plugin-ecr-backend': ecr,
  '@shopstack/plugin-golden-path-backend': goldenPath,
  '@shopstack/plugin-operations-backend': operations,
  '@shopstack/plugin-slo-backend': slo,
  '@shopstack/plugin-workloads-backend': workloads,
};
