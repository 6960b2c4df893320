import { z } from 'zod';

const WEATHER_KINDS = [
  'clear',
  'slow',
  '401',
  '403',
  '404',
  '429',
  '500',
  'cut',
  'hang',
  'down',
  'empty',
  'paged',
] as const;

/** Durations are divided by it; a thousand times the normal pace makes every wait shorter than a step of the ticker. */
const MOST_PACE = 1_000;

export const paceCommand = z.strictObject({
  pace: z.number().positive().max(MOST_PACE),
});

export const clockCommand = z.strictObject({
  now: z.iso.datetime({ offset: true }),
});

export const hookCommand = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  secret: z.string().min(1),
});

/** The simulators are known only when they listen. */
export const weatherCommand = (simulators: string[]) =>
  z.strictObject({
    simulator: z.enum(simulators),
    kind: z.enum(WEATHER_KINDS),
    path: z.string().startsWith('/').optional(),
    delay: z.number().int().min(0).max(120_000).optional(),
  });

/** The first thing that is wrong with a body, with the name of its field. */
export function complaint(error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue.path.join('.') || 'body';
  return `${field}: ${issue.message}`;
}
