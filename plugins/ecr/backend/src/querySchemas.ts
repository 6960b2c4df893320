import {
  ECR_SCAN_STATUSES,
  ECR_SEVERITIES,
} from '@shopstack/plugin-ecr-common';
import { z } from 'zod';

/** Images a page at most; a page that shows more is none that somebody reads. */
const MOST_IMAGES = 500;
const MOST_OWNERS = 100;

/** A query parameter that may be repeated. */
const several = <S extends z.ZodType>(schema: S) =>
  z
    .union([schema, z.array(schema)])
    .transform(value => (Array.isArray(value) ? value : [value]));

const flag = z.enum(['true', 'false']).transform(value => value === 'true');
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
/** A whole reference, as relations hold it. */
const entityRef = z
  .string()
  .max(200)
  .regex(/^[a-z0-9._-]+:[a-z0-9._-]+\/[a-z0-9._-]+$/i, 'no entity reference')
  .transform(ref => ref.toLowerCase());
const repositoryArn = z.string().min(1).max(1_000);

const page = (limit: number) => ({
  offset: wholeNumber.default(0),
  limit: wholeNumber.pipe(z.number().min(1).max(MOST_IMAGES)).default(limit),
});

export const imagesQuerySchema = z.strictObject({
  search: z.string().max(300).optional(),
  repositoryArn: repositoryArn.optional(),
  untagged: flag.optional(),
  running: flag.optional(),
  scan: several(z.enum(ECR_SCAN_STATUSES)).optional(),
  severity: z.enum(ECR_SEVERITIES).optional(),
  ...page(50),
});

export const imageIdQuerySchema = z.strictObject({
  repositoryArn,
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});

export const serviceScansQuerySchema = z.strictObject({
  ownedBy: several(entityRef)
    .pipe(z.array(z.string()).max(MOST_OWNERS))
    .default([]),
  ...page(200),
});
