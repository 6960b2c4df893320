import {
  parseDuration,
  prometheusDuration,
} from '@shopstack/plugin-slo-common';
import {
  eventsOver,
  hasWindow,
  type SloSpecification,
  splitRatio,
  withWindow,
} from '@shopstack/plugin-slo-common/rules';
import type { SloRules } from './loadedRules';
import { mapRanges } from './mapRanges';
import { SLI_RECORD } from './records';

/** Templates with `{{.window}}` of the queries of bad and of all events. */
export interface EventQueries {
  errors: string;
  total: string;
}

/**
 * The queries of events behind an objective: taken from what Prometheus records, which is what counts, else from the
 * file that states it. Undefined for an objective that is a share from the start.
 */
export function eventQueriesOf(
  rules: SloRules,
  specification: SloSpecification | undefined,
): EventQueries | undefined {
  return fromRules(rules) ?? fromSpecification(specification);
}

function fromRules({ records }: SloRules): EventQueries | undefined {
  const windows = [...records]
    .map(([name, { query }]) => ({ query, seconds: windowOf(name) ?? 0 }))
    .filter(({ seconds }) => seconds > 0)
    // The longest first: a short one is more likely to stand in the query for something else as well.
    .sort((one, other) => other.seconds - one.seconds);
  for (const { query, seconds } of windows) {
    const template = templateOf(query, seconds);
    const parts = template && splitTemplate(template);
    if (parts) return parts;
  }
  return undefined;
}

/** Seconds of the window that a recorded share of errors is named for. */
function windowOf(record: string): number | undefined {
  return record.startsWith(SLI_RECORD)
    ? parseDuration(record.slice(SLI_RECORD.length))
    : undefined;
}

function fromSpecification(
  specification: SloSpecification | undefined,
): EventQueries | undefined {
  const sli = specification?.sli;
  if (!sli) return undefined;
  return sli.kind === 'events'
    ? { errors: sli.errorQuery, total: sli.totalQuery }
    : splitTemplate(sli.errorRatioQuery);
}

/** A recorded query with its window taken out of every range: `[5m]` becomes `[{{.window}}]`. */
export function templateOf(
  query: string,
  windowSeconds: number,
): string | undefined {
  const template = mapRanges(query, (duration, resolution) =>
    parseDuration(duration) === windowSeconds
      ? `[{{.window}}${resolution}]`
      : `[${duration}${resolution}]`,
  );
  return hasWindow(template) ? template : undefined;
}

/** Stands for the window while a template is parsed, which cannot be done with braces; nobody writes it. */
const STAND_IN = '23h59m59s';

function splitTemplate(template: string): EventQueries | undefined {
  const parts = splitRatio(withWindow(template, STAND_IN));
  const [errors, total] = [parts?.errors, parts?.total].map(query =>
    query?.split(STAND_IN).join('{{.window}}'),
  );
  return errors && total && [errors, total].every(hasWindow)
    ? { errors, total }
    : undefined;
}

/** PromQL that counts the events of a window; undefined where it cannot be told. */
export function countEvents(
  template: string,
  windowSeconds: number,
): string | undefined {
  return eventsOver(
    withWindow(template, prometheusDuration(windowSeconds)),
    windowSeconds,
  );
}
