import type { StubAddresses } from '../stubs/startStubs';

/**
 * What our plugins are told for the passes of their collectors: no rate stands in the way, because thirty passes at the
 * usual one would take half an hour, and no pass begins by itself.
 */
export function collectorConfig({ aws }: StubAddresses) {
  return {
    ecr: { endpoint: aws },
    builds: { codebuild: { endpoint: aws } },
  };
}
