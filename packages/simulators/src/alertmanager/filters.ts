import { Request } from 'express';
import { Matcher, parseFilter } from './matchers';
import { SilenceProblem } from './readSilence';

function valuesOf(request: Request, name: string): string[] {
  return [request.query[name]]
    .flat()
    .filter((value): value is string => typeof value === 'string');
}

export function only(request: Request, name: string): string | undefined {
  return valuesOf(request, name)[0];
}

/** The matchers of all `filter` parameters; refused when one is not a matcher. */
export function filtersOf(request: Request): Matcher[] {
  return valuesOf(request, 'filter').map(text => {
    const matcher = parseFilter(text);
    if (!matcher) {
      throw new SilenceProblem(400, `bad matcher format: ${text}`);
    }
    return matcher;
  });
}

/** A parameter of true or false, true when it is absent and false when it is neither. */
export function flag(request: Request, name: string): boolean {
  return /^(1|t|true|yes|on)$/i.test(only(request, name) ?? 'true');
}
