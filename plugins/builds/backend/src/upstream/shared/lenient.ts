import { z } from 'zod';

/** A field of a wrong type counts as not told: one odd build must not hide the others. */
export const lenient = <T extends z.ZodType>(type: T) =>
  type
    .nullish()
    .transform(value => value ?? undefined)
    .catch(undefined);
