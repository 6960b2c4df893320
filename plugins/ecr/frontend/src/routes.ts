import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of findings across services. */
export const findingsRouteRef = createRouteRef();
