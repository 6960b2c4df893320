import type { Rate } from '../stubs/TokenBucket';
import type { StubAddresses } from '../stubs/startStubs';

/** What our plugins may do by themselves: their defaults, said here because the upstreams of B4 are held to the same. */
const ratePerSecond = 20;
const burst = 40;

/** Calls arrive less evenly than they were sent, by what a machine with two processors delays them. */
const tolerance = 1.1;
const rate: Rate = { perSecond: ratePerSecond, burst: burst * tolerance };

/** What the upstreams of B4 allow. */
export const budgets: Record<string, Rate> = { ecr: rate, codebuild: rate };

/**
 * What our plugins are told for the benchmarks of pages: where the upstreams are, and that nothing is read by itself, so
 * that every call belongs to a view.
 */
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
