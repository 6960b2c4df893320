import type { Observed } from '@shopstack/plugin-kit-common';
import type { SloDeployment } from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { costOf, type CostedDeployment } from './deploymentCost';
import type { ChosenRange } from './ranges';
import type { KeptState } from './useSloReadings';

/** The deployments of a range with what they cost. In a stretch of the past it is not known what followed the newest. */
export function useCosts(
  { data, answeredAt }: KeptState<Observed<SloDeployment>>,
  range: ChosenRange,
  windowSeconds: number,
): CostedDeployment[] {
  const isUntilNow = range.kind === 'last';
  return useMemo(
    () =>
      costOf(
        data?.items ?? [],
        windowSeconds,
        isUntilNow && answeredAt ? Date.parse(answeredAt) : undefined,
      ),
    [data, answeredAt, isUntilNow, windowSeconds],
  );
}
