import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { DeliveryActivity } from '@shopstack/plugin-delivery-common';
import { ownReference } from './ownReference';

const firstLine = (text: string | undefined) => text?.split('\n')[0];

/** The deployments of one service's applications, in no order. */
export function joinActivity(
  service: { entityRef: string; title: string },
  applications: readonly ArgocdApplication[],
): DeliveryActivity[] {
  return applications.flatMap(application =>
    application.history.map(deployment => ({
      ...service,
      id: `${application.instance}/${application.namespace}/${application.name}/${deployment.id}`,
      environment: application.environment ?? application.name,
      deployedAt: deployment.deployedAt,
      revision: deployment.revision,
      message: firstLine(deployment.message),
      author: deployment.author,
      commit: ownReference(application, deployment)?.sha,
      initiatedBy: deployment.initiatedBy,
      applicationUrl: application.url,
    })),
  );
}
