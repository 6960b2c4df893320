/** The name that people know it by. */
export const UPSTREAM = 'Argo CD';
