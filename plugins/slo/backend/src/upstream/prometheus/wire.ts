import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

const text = lenient(z.string());
const notes = lenient(z.array(z.string()));

/** What Prometheus says when it refuses. */
export const refusalSchema = z.object({
  status: z.literal('error'),
  errorType: text,
  error: text,
});

export type WireRefusal = z.output<typeof refusalSchema>;

/**
 * A good answer. What it holds is checked by those who map it: a schema over every sample of a month costs more than
 * the query.
 */
export const answerSchema = z.object({
  status: z.literal('success'),
  data: z.unknown(),
  warnings: notes,
  infos: notes,
});

/** A good answer with its notes made fit to be shown. */
export interface Answer {
  data: unknown;
  warnings: string[];
  infos: string[];
}

export const queryDataSchema = z.object({
  resultType: z.enum(['vector', 'matrix', 'scalar', 'string']),
  result: z.unknown(),
});

const labels = z.record(z.string(), z.string());

export const ruleSchema = z.object({
  type: z.enum(['recording', 'alerting']),
  name: z.string(),
  query: z.string(),
  labels: lenient(labels),
  annotations: lenient(labels),
  /** Seconds. */
  duration: lenient(z.number()),
  health: text,
  lastError: text,
});

export type WireRule = z.output<typeof ruleSchema>;

export const ruleGroupSchema = z.object({
  name: z.string(),
  file: text,
  /** Seconds. */
  interval: lenient(z.number()),
  rules: lenient(z.array(z.unknown())),
});

export const rulesDataSchema = z.object({
  /** Null where there are none. */
  groups: z.array(z.unknown()).nullable(),
  /** Only where a limit was asked for and there are more. */
  groupNextToken: text,
  /** What Prometheus 3.0 called it by mistake. */
  'groupNextToken:omitempty': text,
});
