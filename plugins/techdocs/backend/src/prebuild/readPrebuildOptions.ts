import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

export interface PrebuildOptions {
  /** How often the catalog is asked which entities have documentation. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Milliseconds after which the sources of an entity that was looked at are looked at again. */
  recheckAfter: number;
}

// One catalog query each time, so that a new entity has its documentation within seconds.
const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  initialDelay: { seconds: 5 },
  frequency: { seconds: 15 },
  // A killed process holds the task until then.
  timeout: { minutes: 3 },
  scope: 'global',
};

/**
 * Reads `techdocs.markdown`.
 * @returns undefined unless `techdocs.builder` is `local`: elsewhere nobody builds in this process
 */
export function readPrebuildOptions(
  config: RootConfigService,
): PrebuildOptions | undefined {
  if (config.getOptionalString('techdocs.builder') !== 'local') {
    return undefined;
  }
  const own = config.getOptionalConfig('techdocs.markdown');
  const schedule = own?.getOptionalConfig('schedule');
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : defaultSchedule,
    recheckAfter: durationToMilliseconds(
      own?.has('recheckAfter')
        ? readDurationFromConfig(own, { key: 'recheckAfter' })
        : { minutes: 3 },
    ),
  };
}
