import { projectArn } from '../content/builds';
import { type AwsService, page } from './AwsOperation';

/** Resources in one answer (API reference). */
const largestPage = 100;

/**
 * The projects that a pair of tags means: `group` is the rest of their names, `projects` says how many there are and
 * `builds` how many each of them has.
 */
function getResources({ TagFilters = [], PaginationToken }: any) {
  const tags = Object.fromEntries(
    TagFilters.map(({ Key, Values }: any) => [Key, Values?.[0]]),
  );
  if (!(Number(tags.projects) > 0)) return undefined;
  const arns = Array.from({ length: Number(tags.projects) }, (_, index) =>
    projectArn(`p${tags.builds}-${tags.group}-${index + 1}`),
  );
  const { items, nextToken = '' } = page(
    arns,
    largestPage,
    PaginationToken || undefined,
  );
  return {
    ResourceTagMappingList: items.map(ResourceARN => ({ ResourceARN })),
    PaginationToken: nextToken,
  };
}

/** The Resource Groups Tagging API. */
export const tagging: AwsService = {
  target: 'ResourceGroupsTaggingAPI_20170126',
  operations: {
    GetResources: {
      source: 'tagging',
      subject: ({ TagFilters }) => JSON.stringify(TagFilters),
      answer: getResources,
    },
  },
};
