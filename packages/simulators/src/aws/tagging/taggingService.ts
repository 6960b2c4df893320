import { z } from 'zod';
import { pageSize } from '../../http/weather';
import { paginate } from '../paginate';
import { operation, type AwsService } from '../service';

/** Kinds of documents that carry tags, by the resource type that AWS calls them. */
const KINDS = {
  'codebuild:project': 'codebuild-project',
  'ecr:repository': 'ecr-repository',
  'iam:role': 'iam-role',
  'secretsmanager:secret': 'secret',
};

const MAX_PAGE = 100;

interface TaggedResource {
  arn: string;
  tags: Record<string, string>;
}

const getResources = operation(
  z.object({
    ResourceTypeFilters: z.array(z.string()).max(100).optional(),
    TagFilters: z
      .array(
        z.object({
          Key: z.string().min(1),
          Values: z.array(z.string()).max(20).optional(),
        }),
      )
      .max(50)
      .optional(),
    ResourceARNList: z.array(z.string()).min(1).max(100).optional(),
    ResourcesPerPage: z.number().int().min(1).max(MAX_PAGE).optional(),
    PaginationToken: z.string().optional(),
  }),
  ({ world }, input) => {
    const types = input.ResourceTypeFilters ?? [];
    const resources = Object.entries(KINDS)
      .filter(
        ([type]) =>
          types.length === 0 ||
          types.includes(type) ||
          types.includes(type.split(':')[0]),
      )
      .flatMap(([, kind]) => world.store.list<TaggedResource>(kind))
      .filter(({ arn }) => input.ResourceARNList?.includes(arn) ?? true)
      .filter(({ tags }) =>
        (input.TagFilters ?? []).every(({ Key, Values = [] }) =>
          Values.length === 0 ? Key in tags : Values.includes(tags[Key]),
        ),
      );
    const { page, nextToken } = paginate({
      items: resources,
      keyOf: resource => resource.arn,
      size: pageSize(world, 'aws', input.ResourcesPerPage ?? MAX_PAGE),
      token: input.PaginationToken || undefined,
      invalid: 'PaginationTokenExpiredException',
    });
    return {
      ResourceTagMappingList: page.map(({ arn, tags }) => ({
        ResourceARN: arn,
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      })),
      PaginationToken: nextToken ?? '',
    };
  },
);

/** The resource groups tagging API. */
export const taggingService: AwsService = {
  target: 'ResourceGroupsTaggingAPI_20170126',
  signingName: 'tagging',
  invalidInput: 'InvalidParameterException',
  operations: { GetResources: getResources },
};
