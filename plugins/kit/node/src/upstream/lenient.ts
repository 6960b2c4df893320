import { z } from 'zod';

/** For wire schemas: a field of a wrong type counts as not told, so that one odd row does not hide the others. */
export const lenient = <T extends z.ZodType>(type: T) =>
  type
    .nullish()
    .transform(value => value ?? undefined)
    .catch(undefined);
