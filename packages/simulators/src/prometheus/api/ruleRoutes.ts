import { Router } from 'express';
import { Rule, RuleGroup } from '../rules';
import {
  ActiveAlert,
  activeAlerts,
  alertsOfRule,
  exponential,
} from './activeAlerts';
import { parameter } from './parameters';
import { PrometheusParts } from './PrometheusParts';
import { now } from './queryRoutes';

/** Wall time that a listing spends on evaluating; rules beyond it show their last evaluation. Milliseconds. */
const BUDGET = 400;
const NEVER = '0001-01-01T00:00:00Z';

export function ruleRoutes(parts: PrometheusParts): Router {
  const router = Router();
  router.get('/rules', (request, response) => {
    const type = parameter(request, 'type');
    const end = performance.now() + BUDGET;
    const groups = parts.book
      .groups()
      .map(group => printGroup(parts, group, type, end));
    response.json({ status: 'success', data: { groups } });
  });
  router.get('/alerts', (_request, response) => {
    const alerts = activeAlerts(parts).map(printAlert);
    response.json({ status: 'success', data: { alerts } });
  });
  return router;
}

function printGroup(
  parts: PrometheusParts,
  group: RuleGroup,
  type: string | undefined,
  end: number,
) {
  const wanted = group.rules.filter(
    rule => !type || type === (rule.kind === 'recording' ? 'record' : 'alert'),
  );
  const rules = wanted.map(rule => printRule(parts, rule, end));
  const times = rules.map(rule => rule.evaluationTime);
  const evaluated = rules
    .map(rule => rule.lastEvaluation)
    .filter(moment => moment !== NEVER)
    .sort();
  return {
    name: group.name,
    file: group.file,
    rules,
    interval: group.interval / 1000,
    limit: 0,
    evaluationTime: times.reduce((total, time) => total + time, 0),
    lastEvaluation: evaluated[evaluated.length - 1] ?? NEVER,
  };
}

function printRule(parts: PrometheusParts, rule: Rule, end: number) {
  const results = parts.evaluator.results(rule);
  const moment = parts.recorded.newestEvaluation(rule, now(parts));
  if (rule.kind === 'recording' && performance.now() < end) results.at(moment);
  const alerts =
    rule.kind === 'alerting' ? alertsOfRule(parts, rule) : undefined;
  const wasEvaluated = results.lastEvaluation !== undefined;
  const error = rule.problem ?? results.lastError;
  const health = wasEvaluated ? 'ok' : 'unknown';
  const base = {
    name: rule.name,
    query: rule.query,
    labels: rule.labels,
    health: error ? 'err' : health,
    ...(error && { lastError: error }),
    evaluationTime: results.evaluationTime / 1000,
    lastEvaluation: wasEvaluated ? new Date(moment).toISOString() : NEVER,
  };
  if (rule.kind === 'recording') return { ...base, type: 'recording' };
  return {
    ...base,
    type: 'alerting',
    state: stateOf(alerts!),
    duration: rule.holdFor / 1000,
    annotations: rule.annotations,
    alerts: alerts!.map(printAlert),
  };
}

function stateOf(alerts: readonly ActiveAlert[]): string {
  if (alerts.some(alert => alert.state === 'firing')) return 'firing';
  return alerts.length > 0 ? 'pending' : 'inactive';
}

function printAlert(alert: ActiveAlert) {
  const { labels, annotations, state, activeAt, value } = alert;
  return { labels, annotations, state, activeAt, value: exponential(value) };
}
