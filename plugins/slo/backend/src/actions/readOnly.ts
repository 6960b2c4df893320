import {
  type CompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';

/** What all actions of this plugin are. */
export const READ_ONLY = {
  readOnly: true,
  idempotent: true,
  destructive: false,
};

/** What every answer says of its sources, for the description of an action. */
export const ABOUT_SOURCES =
  '`sources` says which Prometheus or Alertmanager could not be read; their objectives are missing or old, not well.';

/** `component:default/cart`, or `cart` for short. */
export function parseComponentRef(entityRef: string): CompoundEntityRef {
  return parseEntityRef(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
}
