import { z } from 'zod';

export const registryId = z
  .string()
  .regex(/^\d{12}$/)
  .optional();
export const repositoryName = z
  .string()
  .min(2)
  .max(256)
  .regex(/^[a-z0-9]+(?:[._/-][a-z0-9]+)*$/);
const maxResults = z.number().int().min(1).max(1_000).optional();
const nextToken = z.string().optional();

export const imageIdSchema = z
  .object({
    imageDigest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .optional(),
    imageTag: z.string().min(1).max(300).optional(),
  })
  .refine(id => id.imageDigest !== undefined || id.imageTag !== undefined, {
    message: 'imageDigest or imageTag is required',
  });

const filter = z
  .object({
    tagStatus: z.enum(['TAGGED', 'UNTAGGED', 'ANY']).optional(),
    imageStatus: z.enum(['ACTIVE', 'ARCHIVED', 'ACTIVATING', 'ANY']).optional(),
  })
  .optional();

/** Limits from the API reference of Amazon ECR. */
export const describeRepositoriesSchema = z
  .object({
    registryId,
    repositoryNames: z.array(repositoryName).min(1).max(100).optional(),
    maxResults,
    nextToken,
  })
  .refine(
    input =>
      !input.repositoryNames ||
      (input.maxResults === undefined && input.nextToken === undefined),
    {
      message: 'maxResults and nextToken cannot be used with repositoryNames',
    },
  );

export const describeImagesSchema = z
  .object({
    registryId,
    repositoryName,
    imageIds: z.array(imageIdSchema).min(1).max(100).optional(),
    filter,
    maxResults,
    nextToken,
  })
  .refine(
    input =>
      !input.imageIds ||
      (input.maxResults === undefined && input.nextToken === undefined),
    { message: 'maxResults and nextToken cannot be used with imageIds' },
  );

export const listImagesSchema = z.object({
  registryId,
  repositoryName,
  filter,
  maxResults,
  nextToken,
});

export const batchGetImageSchema = z.object({
  registryId,
  repositoryName,
  imageIds: z.array(imageIdSchema).min(1).max(100),
  acceptedMediaTypes: z.array(z.string()).min(1).max(100).optional(),
});

export const scanFindingsSchema = z.object({
  registryId,
  repositoryName,
  imageId: imageIdSchema,
  maxResults,
  nextToken,
});

export const referrersSchema = z.object({
  registryId,
  repositoryName,
  subjectId: z.object({
    imageDigest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  }),
  filter: z
    .object({
      artifactTypes: z.array(z.string()).optional(),
      artifactStatus: z
        .enum(['ACTIVE', 'ARCHIVED', 'ACTIVATING', 'ANY'])
        .optional(),
    })
    .optional(),
  maxResults: z.number().int().min(1).max(50).optional(),
  nextToken,
});

export const signingStatusSchema = z.object({
  registryId,
  repositoryName,
  imageId: imageIdSchema,
});

export const listTagsSchema = z.object({ resourceArn: z.string().min(1) });

export const authorizationTokenSchema = z.object({
  registryIds: z.array(z.string()).optional(),
});
