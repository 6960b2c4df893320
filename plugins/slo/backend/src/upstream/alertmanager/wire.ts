import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

const text = lenient(z.string());
const labels = z.record(z.string(), z.string());
const ids = lenient(z.array(z.string()));

/** A moment in RFC 3339, as an ISO string. */
const moment = z
  .string()
  .refine(value => Number.isFinite(Date.parse(value)))
  .transform(value => new Date(value).toISOString());

export const alertSchema = z.object({
  labels,
  annotations: lenient(labels),
  startsAt: moment,
  status: lenient(z.object({ state: text, silencedBy: ids, inhibitedBy: ids })),
});

export const silenceSchema = z.object({
  id: z.string(),
  startsAt: moment,
  endsAt: moment,
  createdBy: text,
  comment: text,
  status: z.object({ state: z.string() }),
});
