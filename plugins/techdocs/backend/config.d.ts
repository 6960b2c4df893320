import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  techdocs?: {
    /** How documentation is built ahead of its readers. Read only where `techdocs.builder` is `local`. */
    markdown?: {
      /**
       * How often the catalog is asked for entities with documentation. Default: 5 seconds after the start, then every 15
       * seconds, at most 3 minutes each time.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How long after a look at the sources of an entity they are looked at again. Default: 3 minutes. */
      recheckAfter?: HumanDuration | string;
    };
  };
}
