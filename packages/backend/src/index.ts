import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@shopstack/plugin-access-backend/demo-people'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@shopstack/plugin-access-backend'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-github'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-events-backend-module-github'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));
backend.add(
  import('@shopstack/plugin-techdocs-backend-module-markdown/search'),
);

backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@shopstack/plugin-techdocs-backend-module-markdown'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@shopstack/plugin-scaffolder-backend-module-golden-path'));
backend.add(import('@shopstack/plugin-golden-path-backend'));

backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@shopstack/plugin-workloads-backend'));
backend.add(import('@shopstack/plugin-ecr-backend'));
backend.add(import('@shopstack/plugin-builds-backend'));
backend.add(import('@shopstack/plugin-argocd-backend'));
backend.add(import('@shopstack/plugin-slo-backend'));
backend.add(import('@shopstack/plugin-delivery-backend'));
backend.add(import('@shopstack/plugin-operations-backend'));

backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.start();
