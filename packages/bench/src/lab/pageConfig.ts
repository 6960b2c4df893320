import type { Rate } from '../stubs/TokenBucket';
import type { StubAddresses } from '../stubs/startStubs';

/** Calls arrive less evenly than they were sent, by what a machine with two processors delays them. */
const tolerance = 1.1;
const rate = (perSecond: number, burst: number): Rate => ({
  perSecond,
  burst: burst * tolerance,
});

/** What the upstreams of B4 allow: the budgets that our plugins keep to when nobody configures others. */
export const budgets: Record<string, Rate> = {
  ecr: rate(10, 20),
  codebuild: rate(10, 40),
};

/** What our plugins are told for the benchmarks of pages: where the upstreams are, and that a reading stays young. */
export function pageConfig({ aws }: StubAddresses) {
  const longSeconds = 3600;
  return {
    ecr: { endpoint: aws, maxAgeSeconds: longSeconds },
    builds: {
      maxAgeSeconds: longSeconds,
      codebuild: { endpoint: aws },
    },
    argocd: { maxAgeSeconds: longSeconds },
  };
}
