import { LAST_APPLIED } from '../compare/mergeApply';
import type { Application } from '../types';

/** Go marshals the structs of a status that nobody has filled yet: they are there, with an empty sync status. */
const NOTHING_KNOWN = {
  health: {},
  summary: {},
  sync: {
    comparedTo: { destination: {}, source: { repoURL: '' } },
    status: '',
  },
};

/** An application as the API answers it: without its kind, and with the parts of a status that are always there. */
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
    status: { ...NOTHING_KNOWN, ...rest.status },
    ...(rest.operation && { operation: rest.operation }),
  };
}
