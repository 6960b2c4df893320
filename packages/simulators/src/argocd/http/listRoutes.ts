import type { Router } from 'express';
import promiseRouter from 'express-promise-router';
import type { Cluster } from '../../kubernetes';
import type { ApplicationController } from '../ApplicationController';
import type { ArgocdInstance } from '../instances';
import { presentApplication } from './present';
import { queryApplications, text } from './query';
import { listFields } from './selectFields';

/** The list of applications; it has no pages. */
export function listRoutes(
  cluster: Cluster,
  controller: ApplicationController,
  instance: ArgocdInstance,
): Router {
  const router = promiseRouter();
  router.get('/', async (request, response) => {
    const fields = listFields(text(request.query.fields));
    if (text(request.query.refresh)) {
      for (const application of queryApplications(cluster, instance, request)) {
        await controller.refresh(application);
      }
    }
    const items = queryApplications(cluster, instance, request).map(
      application => fields(presentApplication(application)),
    );
    response.json({
      metadata: { resourceVersion: String(cluster.resourceVersion) },
      // An empty list comes out of Argo CD's gateway as null.
      items: items.length > 0 ? items : null,
    });
  });
  return router;
}
