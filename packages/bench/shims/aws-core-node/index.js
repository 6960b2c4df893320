'use strict';

/* eslint-disable @backstage/no-undeclared-imports -- it is installed beside the peers, with dependencies of its own */

// Stands for a package of the peer that npm does not have. Written by us from what the peer's backends call; see README.

const {
  GetResourcesCommand,
  ResourceGroupsTaggingAPIClient,
} = require('@aws-sdk/client-resource-groups-tagging-api');
const {
  DefaultAwsCredentialsManager,
} = require('@backstage/integration-aws-node');

const RESOURCE_TYPES = {
  'AWS::ECR::Repository': 'ecr:repository',
  'AWS::CodeBuild::Project': 'codebuild:project',
};

/** `a=b,c=d` as filters of the tagging API. */
const toFilters = text =>
  text.split(',').map(pair => {
    const [Key, Value] = pair.split('=');
    return { Key, Values: [Value] };
  });

exports.AwsResourceLocatorFactory = {
  /** Finds resources by tags in the first configured account; reads one page, as the peer does. */
  async fromConfig(config) {
    const credentials = DefaultAwsCredentialsManager.fromConfig(config);
    const [account] = config.getConfigArray('aws.accounts');
    const { sdkCredentialProvider } = await credentials.getCredentialProvider({
      accountId: account.getString('accountId'),
    });
    const client = new ResourceGroupsTaggingAPIClient({
      // The region is that of the environment.
      credentialDefaultProvider: () => sdkCredentialProvider,
    });
    return {
      async getResourceArns({ resourceType, tagString }) {
        const { ResourceTagMappingList = [] } = await client.send(
          new GetResourcesCommand({
            ResourceTypeFilters: [RESOURCE_TYPES[resourceType]],
            TagFilters: toFilters(tagString),
          }),
        );
        return ResourceTagMappingList.map(({ ResourceARN }) => ResourceARN);
      },
    };
  },
};
