import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { BuildExecutor } from './service/BuildExecutor';
import type { ProjectHeads } from './service/ProjectHeads';

export interface HearOfBuildsOptions {
  events: EventsService;
  executors: readonly BuildExecutor[];
  heads: ProjectHeads;
  logger: LoggerService;
}

/** Lets an event about a build mark its project as due, so that open pages read it at once. */
export async function hearOfBuilds({
  events,
  executors,
  heads,
  logger,
}: HearOfBuildsOptions): Promise<void> {
  for (const executor of executors) {
    await events.subscribe({
      id: `builds-${executor.name}`,
      topics: [...executor.topics],
      onEvent: async ({ topic, eventPayload }) => {
        const keys = executor.changedProjects({
          topic,
          payload: eventPayload,
        });
        try {
          await heads.expire(keys);
        } catch (error) {
          // The next read that is due finds it.
          logger.warn(`Could not follow an event: ${stringifyError(error)}`);
        }
      },
    });
  }
}
