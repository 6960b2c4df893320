import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { runInBackground } from '@shopstack/plugin-kit-node';
import type { RepositoryImages } from '../service/RepositoryImages';
import type { ScanReader } from '../service/ScanReader';
import type { ScanStore } from '../store/ScanStore';
import { readRegistryEvent } from './registryEvent';

/**
 * Under which the events of EventBridge are published, whatever brings them (for example the module for SQS). That
 * module names topics by keys of the configuration, which hold no dots; hence the second form of both.
 */
export const EVENT_TOPICS = [
  'aws.ecr',
  'aws.inspector2',
  'aws-ecr',
  'aws-inspector2',
];

export interface HearOfImagesOptions {
  events: EventsService;
  logger: LoggerService;
  images: Pick<RepositoryImages, 'expire'>;
  scanReader: Pick<ScanReader, 'expire' | 'read'>;
  scans: Pick<ScanStore, 'ofRepository' | 'expire'>;
}

/**
 * Makes what EventBridge tells of pushes and scans count at once. Events are delivered at best, so this only makes
 * faster what the ages of answers and the collector bring about anyway.
 */
export async function hearOfImages(options: HearOfImagesOptions) {
  const { events, logger, images, scanReader, scans } = options;
  await events.subscribe({
    id: 'ecr',
    topics: EVENT_TOPICS,
    onEvent: async ({ eventPayload }) => {
      const event = readRegistryEvent(eventPayload);
      if (event?.kind === 'image') {
        await images.expire(event.repository.arn);
      } else if (event) {
        const { repository, digest } = event;
        await scanReader.expire(repository.arn, digest);
        await scans.expire(repository.arn, digest);
        const known = await scans.ofRepository(repository.arn);
        // Of a repository that nobody looks at and no entity names, nothing is read.
        if (known.size > 0) {
          await runInBackground(() =>
            scanReader.read(repository, digest, undefined),
          ).catch(error =>
            logger.warn(
              `The scan of ${repository.arn}@${digest} could not be read: ${stringifyError(error)}`,
            ),
          );
        }
      }
    },
  });
}
