import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of all objectives. */
export const slosRouteRef = createRouteRef();
