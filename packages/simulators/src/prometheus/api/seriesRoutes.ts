import { Request, Router } from 'express';
import {
  DEFAULT_LOOKBACK,
  LabelMatcher,
  Labels,
  METRIC_NAME,
  labelMatcher,
  labelsKey,
  parsePromql,
} from '../promql';
import { badData } from './ApiError';
import { allOf, timeParameter } from './parameters';
import { PrometheusParts } from './PrometheusParts';
import { now } from './queryRoutes';

/** How far back series are looked for when the caller does not say: a month, in milliseconds. */
const DEFAULT_SPAN = 30 * 86_400_000;
/** Recorded series are looked for at so many moments of the span. */
const LOOKS = 24;

/** Which series there are, and which labels and values they have. */
export function seriesRoutes(parts: PrometheusParts): Router {
  const router = Router();
  router.route('/series').all((request, response) => {
    const selectors = selectorsOf(request);
    if (selectors.length === 0) throw badData('no match[] parameter provided');
    const found = seriesLabels(parts, request, selectors);
    response.json({
      status: 'success',
      data: found.map(labels => Object.fromEntries(labels)),
    });
  });
  router.route('/labels').all((request, response) => {
    const names = new Set<string>();
    for (const labels of labelsInScope(parts, request)) {
      for (const name of labels.keys()) names.add(name);
    }
    response.json({ status: 'success', data: [...names].sort() });
  });
  router.get('/label/:name/values', (request, response) => {
    const { name } = request.params;
    if (!/^[a-zA-Z_]\w*$/.test(name)) {
      throw badData(`invalid label name: "${name}"`);
    }
    const values = new Set<string>();
    for (const labels of labelsInScope(parts, request)) {
      const value = labels.get(name);
      if (value !== undefined) values.add(value);
    }
    response.json({ status: 'success', data: [...values].sort() });
  });
  return router;
}

function selectorsOf(request: Request): (readonly LabelMatcher[])[] {
  return allOf(request, 'match[]').map(text => {
    const expression = parsePromql(text);
    if (expression.kind !== 'selector') {
      throw badData(
        `invalid parameter "match[]": "${text}" is not a series selector`,
      );
    }
    return expression.matchers;
  });
}

/** Labels of the series asked for; without a selector all scraped ones, and of recorded ones what their rules set. */
function labelsInScope(
  parts: PrometheusParts,
  request: Request,
): Iterable<Labels | Map<string, string>> {
  const selectors = selectorsOf(request);
  if (selectors.length > 0) return seriesLabels(parts, request, selectors);
  const scraped = seriesLabels(
    parts,
    request,
    [[labelMatcher(METRIC_NAME, '=~', '.+')]],
    parts.model,
  );
  const recorded = parts.book
    .groups()
    .flatMap(group =>
      group.rules
        .filter(rule => rule.kind === 'recording')
        .map(rule =>
          new Map(Object.entries(rule.labels)).set(METRIC_NAME, rule.name),
        ),
    );
  return [...scraped, ...recorded];
}

function seriesLabels(
  parts: PrometheusParts,
  request: Request,
  selectors: readonly (readonly LabelMatcher[])[],
  source = parts.source,
): Labels[] {
  const end = timeParameter(request, 'end', now(parts));
  const start = timeParameter(request, 'start', end - DEFAULT_SPAN);
  if (end < start) throw badData('end timestamp must not be before start time');
  const moments = Float64Array.from(
    { length: LOOKS },
    (_, index) => start + ((end - start) * index) / (LOOKS - 1),
  );
  const hints = { moments, range: DEFAULT_LOOKBACK, latestOnly: true };
  const found = new Map<string, Labels>();
  for (const matchers of selectors) {
    for (const { labels } of source.select(matchers, hints)) {
      found.set(labelsKey(labels), labels);
    }
  }
  return [...found.values()];
}
