import type { Router } from 'express';
import promiseRouter from 'express-promise-router';
import { keyOf, type Cluster } from '../../kubernetes';
import type { ApplicationController } from '../ApplicationController';
import type { ArgocdInstance } from '../instances';
import { reconcile } from '../reconcile';
import { assignedWindows, canSync } from '../syncWindows';
import type { Application } from '../types';
import { findApplication } from './findApplication';
import { liveResource } from './liveResource';
import { liveJson, managedResource } from './managedResource';
import { presentApplication } from './present';
import { text } from './query';
import { resourceTree } from './resourceTree';
import { revisionMetadata } from './revisionMetadata';

/** What can be read about one application. */
export function applicationRoutes(
  cluster: Cluster,
  controller: ApplicationController,
  instance: ArgocdInstance,
): Router {
  const router = promiseRouter();
  router.get('/:name', async (request, response) => {
    const application = findApplication(cluster, instance, request);
    if (text(request.query.refresh)) {
      await controller.refresh(application);
    }
    const latest = cluster.getByKey(keyOf(application)) ?? application;
    response.json(presentApplication(latest as Application));
  });
  router.get('/:name/resource-tree', (request, response) => {
    const application = findApplication(cluster, instance, request);
    response.json(resourceTree(cluster, application));
  });
  router.get('/:name/resource', (request, response) => {
    const application = findApplication(cluster, instance, request);
    response.json({
      manifest: liveJson(liveResource(cluster, application, request)),
    });
  });
  router.get('/:name/managed-resources', async (request, response) => {
    const application = findApplication(cluster, instance, request);
    const { resources } = await reconcile(
      cluster,
      controller.sources,
      application,
    );
    const wanted = ['group', 'version', 'kind', 'namespace', 'name'] as const;
    const items = resources
      .filter(({ status }) =>
        wanted.every(field => {
          const asked = text(request.query[field]);
          return !asked || asked === (status[field] ?? '');
        }),
      )
      .map(resource => managedResource(application, resource));
    response.json({ items: items.length > 0 ? items : null });
  });
  router.get(
    '/:name/revisions/:revision/metadata',
    async (request, response) => {
      const application = findApplication(cluster, instance, request);
      response.json(
        await revisionMetadata(
          cluster.world,
          controller.sources,
          application,
          request.params.revision,
          Number(text(request.query.sourceIndex)) || 0,
        ),
      );
    },
  );
  router.get('/:name/syncwindows', (request, response) => {
    const application = findApplication(cluster, instance, request);
    const windows = assignedWindows(cluster, application);
    response.json({
      ...(windows.length > 0 && {
        activeWindows: windows,
        assignedWindows: windows,
      }),
      canSync: canSync(cluster, application, 'person'),
    });
  });
  router.get('/:name/links', (request, response) => {
    findApplication(cluster, instance, request);
    response.json({ items: null });
  });
  router.get('/:name/events', (request, response) => {
    const application = findApplication(cluster, instance, request);
    const uid = text(request.query.resourceUID) || application.metadata.uid;
    const items = cluster
      .list('v1', 'Event')
      .filter(({ involvedObject }) => involvedObject.uid === uid)
      .map(({ apiVersion: _apiVersion, kind: _kind, ...event }) => event);
    response.json({
      metadata: {},
      items: items.length > 0 ? items : null,
    });
  });
  return router;
}
