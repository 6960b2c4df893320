/** What a pod of an environment may use, where that is not what the base says (0.5 CPU and 512 Mi, the size of dev). */
export const SIZES: Record<
  string,
  Record<'requests' | 'limits', { cpu: string; memory: string }> | undefined
> = {
  staging: {
    requests: { cpu: '250m', memory: '256Mi' },
    limits: { cpu: '"1"', memory: '1Gi' },
  },
  prod: {
    requests: { cpu: '500m', memory: '512Mi' },
    limits: { cpu: '"2"', memory: '2Gi' },
  },
};
