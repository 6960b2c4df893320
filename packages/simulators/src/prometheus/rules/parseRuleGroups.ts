import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Expression, parseDuration, parsePromql } from '../promql';
import { Rule, RuleGroup } from './Rule';

const TEXTS = z.record(z.string(), z.coerce.string()).default({});
const RULE = z.object({
  record: z.string().optional(),
  alert: z.string().optional(),
  expr: z.coerce.string(),
  for: z.string().optional(),
  labels: TEXTS,
  annotations: TEXTS,
});
const GROUPS = z.array(
  z.object({
    name: z.string(),
    interval: z.string().optional(),
    rules: z.array(z.unknown()).default([]),
  }),
);

/** Where groups come from, and since when each rule of them counts. */
export interface RuleOrigin {
  readonly file: string;
  /** Milliseconds between evaluations of a group that names no interval. */
  readonly defaultInterval: number;
  /** Unix milliseconds. */
  since(ruleKey: string): number;
}

/** Reads the `groups` of a rule file or of a PrometheusRule's `spec`. What is not a group or a rule is left out, as its controller refuses it. */
export function parseRuleGroups(
  groups: unknown,
  origin: RuleOrigin,
): RuleGroup[] {
  const parsed = GROUPS.safeParse(groups);
  if (!parsed.success) return [];
  return parsed.data.map(({ name, interval, rules }): RuleGroup => {
    const milliseconds =
      (interval && parseDuration(interval)) || origin.defaultInterval;
    return {
      name,
      file: origin.file,
      interval: milliseconds,
      rules: rules.flatMap((rule, index) => {
        return (
          parseRule(rule, { ...origin, group: name, index }, milliseconds) ?? []
        );
      }),
    };
  });
}

function parseRule(
  source: unknown,
  origin: RuleOrigin & { group: string; index: number },
  interval: number,
): Rule | undefined {
  const parsed = RULE.safeParse(source);
  if (!parsed.success) return undefined;
  const { record, alert, expr, labels, annotations } = parsed.data;
  const name = record ?? alert;
  if (!name) return undefined;
  const content = JSON.stringify([
    name,
    expr,
    parsed.data.for,
    labels,
    interval,
  ]);
  const key = createHash('sha256')
    .update(`${origin.file}\n${origin.group}\n${content}`)
    .digest('hex')
    .slice(0, 24);
  const base = {
    key,
    name,
    query: expr.trim(),
    ...parseQuery(expr),
    labels,
    interval,
    since: origin.since(key),
  };
  if (record) return { ...base, kind: 'recording' };
  const holdFor = parseDuration(parsed.data.for ?? '') ?? 0;
  return { ...base, kind: 'alerting', annotations, holdFor };
}

function parseQuery(query: string): {
  expression?: Expression;
  problem?: string;
} {
  try {
    return { expression: parsePromql(query) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
