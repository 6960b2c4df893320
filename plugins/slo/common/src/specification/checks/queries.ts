import { isScalar } from 'yaml';
import { hasWindow, promqlProblem, withWindow } from '../../promql';
import type { Mapping } from '../yaml/Mapping';
import { offsetInScalar } from '../yaml/offsetInScalar';

/** Queries of people are a few hundred characters; longer ones make parsing slow. */
const LONGEST_QUERY = 10_000;
const DEEPEST_QUERY = 100;
const TEMPLATE = /\{\{.*?\}\}/g;
const PROBE_WINDOW = '5m';

/** What is wrong with a query, and how many characters from its start. */
interface QueryProblem {
  reason: string;
  offset: number;
}

/**
 * Reads a PromQL template: it must hold `{{.window}}`, unless `window` says that it may not, and be PromQL once that is
 * filled in.
 */
export function readQuery(
  mapping: Mapping,
  key: string,
  window: 'required' | 'optional' | 'refused' = 'required',
): string | undefined {
  const query = mapping.requiredText(key);
  if (query === undefined) return undefined;
  const problem = queryProblem(query, window);
  if (!problem) return query;
  const node = mapping.node(key);
  mapping.problems.refuse(
    {
      path: mapping.pathOf(key),
      offset: isScalar(node)
        ? offsetInScalar(mapping.problems.text, node, problem.offset)
        : mapping.offset,
    },
    problem.reason,
  );
  return undefined;
}

function queryProblem(
  query: string,
  window: 'required' | 'optional' | 'refused',
): QueryProblem | undefined {
  if (query.length > LONGEST_QUERY) {
    return {
      reason: `a query has at most ${LONGEST_QUERY} characters`,
      offset: 0,
    };
  }
  for (const { 0: template, index } of query.matchAll(TEMPLATE)) {
    if (!hasWindow(template)) {
      return {
        reason: `${template} is not filled in: only {{.window}} is`,
        offset: index,
      };
    }
  }
  if (window === 'required' && !hasWindow(query)) {
    return {
      reason:
        'must hold {{.window}} where the duration stands, as in rate(x[{{.window}}])',
      offset: 0,
    };
  }
  if (window === 'refused' && hasWindow(query)) {
    return {
      reason:
        'must not hold {{.window}}: the value is sampled over the window; write a duration, as in rate(x[5m])',
      offset: 0,
    };
  }
  return syntaxProblem(query);
}

function syntaxProblem(query: string): QueryProblem | undefined {
  const deep = tooDeep(query);
  if (deep !== undefined) {
    return {
      reason: `nested more than ${DEEPEST_QUERY} levels deep`,
      offset: deep,
    };
  }
  const problem = promqlProblem(withWindow(query, PROBE_WINDOW));
  return (
    problem && {
      reason: `not PromQL: ${problem.message}`,
      offset: offsetInTemplate(query, problem.offset),
    }
  );
}

function tooDeep(query: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < query.length; at += 1) {
    if ('([{'.includes(query[at])) depth += 1;
    if (')]}'.includes(query[at])) depth -= 1;
    if (depth > DEEPEST_QUERY) return at;
  }
  return undefined;
}

/** Where a place in the filled-in query lies in the template. */
function offsetInTemplate(template: string, offset: number): number {
  let longer = 0;
  for (const { 0: placeholder, index } of template.matchAll(TEMPLATE)) {
    if (index - longer >= offset) break;
    longer += placeholder.length - PROBE_WINDOW.length;
  }
  return offset + longer;
}
