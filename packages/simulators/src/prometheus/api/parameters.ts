import { Request } from 'express';
import { parseDuration } from '../promql';
import { badData } from './ApiError';

/** All values of a parameter, of the query and of a form together. */
export function allOf(request: Request, name: string): string[] {
  return [request.query[name], request.body?.[name]]
    .flat()
    .filter((value): value is string => typeof value === 'string');
}

export function parameter(request: Request, name: string): string | undefined {
  // A form wins over the address, as in Go's FormValue.
  const values = allOf(request, name);
  return values[values.length - 1];
}

/** Unix milliseconds of a moment given as Unix seconds or in RFC 3339. Throws ApiError. */
export function timeParameter(
  request: Request,
  name: string,
  fallback?: number,
): number {
  const text = parameter(request, name);
  if (!text && fallback !== undefined) return fallback;
  const isNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text ?? '');
  const time = isNumber
    ? Math.round(Number(text) * 1000)
    : parseInstant(text ?? '');
  if (!Number.isFinite(time)) {
    throw badData(
      `invalid parameter "${name}": cannot parse "${text ?? ''}" to a valid timestamp`,
    );
  }
  return time;
}

function parseInstant(text: string): number {
  return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : NaN;
}

/** Milliseconds of a duration given in seconds or as `5m`. Throws ApiError. */
export function durationParameter(request: Request, name: string): number {
  const text = parameter(request, name) ?? '';
  const seconds = text === '' ? NaN : Number(text);
  const duration = Number.isNaN(seconds) ? parseDuration(text) : seconds * 1000;
  if (duration === undefined || !Number.isFinite(duration)) {
    throw badData(
      `invalid parameter "${name}": cannot parse "${text}" to a valid duration`,
    );
  }
  return duration;
}
