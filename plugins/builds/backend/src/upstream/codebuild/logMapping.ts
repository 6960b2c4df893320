import type { BuildLogLine } from '@shopstack/plugin-builds-common';
import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

/** What we read of an event of GetLogEvents. */
const eventSchema = z.object({
  timestamp: lenient(z.number().int().min(0).max(8.64e15)),
  message: z.string(),
});

/** Events as lines: one event may hold several, and ends with a line break that begins none. */
export function toLogLines(events: unknown): BuildLogLine[] {
  const list = Array.isArray(events) ? events : [];
  return list.flatMap(row => {
    const event = eventSchema.safeParse(row);
    if (!event.success) {
      return [];
    }
    const { timestamp, message } = event.data;
    const at =
      timestamp === undefined ? undefined : new Date(timestamp).toISOString();
    return message
      .replace(/\r?\n$/, '')
      .split('\n')
      .map(text => ({ at, text }));
  });
}
