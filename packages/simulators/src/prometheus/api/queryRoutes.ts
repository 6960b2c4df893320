import { Request, Response, Router } from 'express';
import {
  InstantResult,
  Point,
  formatValue,
  instantQuery,
  parsePromql,
  rangeQuery,
  typeName,
  valueType,
} from '../promql';
import { badData } from './ApiError';
import { durationParameter, parameter, timeParameter } from './parameters';
import { PrometheusParts } from './PrometheusParts';

/** Prometheus's own limit: enough for a day at 15 s or a month at 5 min. */
const MOST_POINTS = 11_000;

export function queryRoutes(parts: PrometheusParts): Router {
  const router = Router();
  const instant = (request: Request, response: Response) => {
    const time = timeParameter(request, 'time', now(parts));
    const expression = parsePromql(parameter(request, 'query') ?? '');
    const result = instantQuery(expression, parts.source, time, parts.engine);
    response.json({ status: 'success', data: instantData(result) });
  };
  const range = (request: Request, response: Response) => {
    const window = windowOf(request);
    const expression = parsePromql(parameter(request, 'query') ?? '');
    const type = valueType(expression);
    if (type !== 'scalar' && type !== 'vector') {
      throw badData(
        `invalid parameter "query": invalid expression type "${typeName(type)}" for range query, must be Scalar or instant Vector`,
      );
    }
    const series = rangeQuery(expression, parts.source, window, parts.engine);
    const result = series.map(({ labels, points }) => ({
      metric: Object.fromEntries(labels),
      values: points.map(printPoint),
    }));
    response.json({
      status: 'success',
      data: { resultType: 'matrix', result },
    });
  };
  router.route('/query').get(instant).post(instant);
  router.route('/query_range').get(range).post(range);
  return router;
}

function windowOf(request: Request) {
  const start = timeParameter(request, 'start');
  const end = timeParameter(request, 'end');
  const step = durationParameter(request, 'step');
  if (end < start) {
    throw badData(
      'invalid parameter "end": end timestamp must not be before start time',
    );
  }
  if (step <= 0) {
    throw badData(
      'invalid parameter "step": zero or negative query resolution step widths are not accepted. Try a positive integer',
    );
  }
  if ((end - start) / step > MOST_POINTS) {
    throw badData(
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    );
  }
  return { start, end, step };
}

function instantData(result: InstantResult) {
  switch (result.type) {
    case 'scalar':
      return { resultType: 'scalar', result: printPoint(result.point) };
    case 'string':
      return {
        resultType: 'string',
        result: [result.time / 1000, result.value],
      };
    case 'vector':
      return {
        resultType: 'vector',
        result: result.series.map(({ labels, point }) => ({
          metric: Object.fromEntries(labels),
          value: printPoint(point),
        })),
      };
    default:
      return {
        resultType: 'matrix',
        result: result.series.map(({ labels, points }) => ({
          metric: Object.fromEntries(labels),
          values: points.map(printPoint),
        })),
      };
  }
}

function printPoint([time, value]: Point): [number, string] {
  return [time / 1000, formatValue(value)];
}

export function now(parts: Pick<PrometheusParts, 'world'>): number {
  return parts.world.clock.now().getTime();
}
