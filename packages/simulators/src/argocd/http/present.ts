import { LAST_APPLIED } from '../compare/mergeApply';
import type { Application } from '../types';

/** An application as the API answers it: without its kind, and a status that is an empty map while nothing is known. */
export function presentApplication(application: Application): object {
  const { apiVersion: _apiVersion, kind: _kind, ...rest } = application;
  const { [LAST_APPLIED]: _last, ...annotations } =
    rest.metadata.annotations ?? {};
  const { annotations: _annotations, ...metadata } = rest.metadata;
  return {
    metadata: {
      ...metadata,
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: rest.spec,
    status: rest.status ?? { sync: {}, health: {}, summary: {} },
    ...(rest.operation && { operation: rest.operation }),
  };
}
