import {
  BUILD_STATUSES,
  type BuildExecutorName,
} from '@shopstack/plugin-builds-common';
import { z } from 'zod';

const EXECUTORS = [
  'aws-codebuild',
  'github-actions',
] as const satisfies BuildExecutorName[];

const list = <T extends z.ZodType>(type: T) =>
  z.union([type.transform(value => [value]), z.array(type).max(20)]).optional();

/** `BuildProject.key`: which one it is, the entity tells. */
const projectKey = z.string().min(1).max(300);

/** Query of the list of builds. */
export const buildQuerySchema = z.object({
  projectKey: projectKey.optional(),
  status: list(z.enum(BUILD_STATUSES)),
  search: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  cursor: z.string().min(1).max(200).optional(),
});

/** Query of a log. */
export const logQuerySchema = z.object({
  cursor: z.string().min(1).max(4_000).optional(),
});

/** The part of a path that names a build: ids are those of CodeBuild and the numbers of GitHub. */
export const buildIdSchema = z.object({
  executor: z.enum(EXECUTORS),
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9:_-]{0,254}$/),
});

const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{8,100}$/);

/** A name that git accepts for a branch or a tag (git-check-ref-format), or a commit, and nothing more clever. */
export const sourceVersionSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/+@-]{0,254}$/)
  .refine(
    version => !/\.\.|\/\/|\/\.|@\{|[./]$|\.lock(\/|$)/.test(version),
    'must be a branch, a tag or a commit',
  );

/** Body of what starts a build. */
export const startBodySchema = z.strictObject({
  projectKey,
  sourceVersion: sourceVersionSchema.optional(),
  idempotencyKey,
});

/** Body of what runs a build once more. */
export const retryBodySchema = z.strictObject({ idempotencyKey });

/** Body of what stops a build. */
export const stopBodySchema = z.strictObject({});
