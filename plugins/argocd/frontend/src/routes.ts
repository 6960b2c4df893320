import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of all applications. */
export const applicationsRouteRef = createRouteRef();
