import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { z } from 'zod';
import type { ApplicationNews } from './service/ApplicationNews';

/** Topic of the Backstage events that a webhook of Argo CD's notifications arrives under. */
const TOPIC = 'argocd';

/** What the notification's template sends; the README has it. */
const notificationSchema = z.object({
  application: z.string().min(1).max(253),
  instance: z.string().max(253).optional(),
});

/** Listens to the notifications of Argo CD. They only say what to read again; nothing in them is believed or shown. */
export async function subscribeToNotifications(
  events: EventsService,
  news: Pick<ApplicationNews, 'notified'>,
  logger: LoggerService,
): Promise<void> {
  await events.subscribe({
    id: 'argocd-notifications',
    topics: [TOPIC],
    onEvent: async ({ eventPayload }) => {
      const notification = notificationSchema.safeParse(eventPayload);
      if (!notification.success) {
        logger.warn(
          `A notification of Argo CD does not say which application it is about: ${stringifyError(notification.error)}`,
        );
        return;
      }
      const { application, instance } = notification.data;
      await news.notified(application, instance || undefined);
    },
  });
}
