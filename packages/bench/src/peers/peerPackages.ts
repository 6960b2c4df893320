/** A backend of somebody else that does what one of ours does. */
export interface PeerPackage {
  name: string;
  version: string;
}

/** Compared in the table by a short name. */
export const peers = {
  ecr: {
    name: '@aws/amazon-ecr-plugin-for-backstage-backend',
    version: '0.4.0',
  },
  codebuild: {
    name: '@aws/aws-codebuild-plugin-for-backstage-backend',
    version: '0.10.0',
  },
  roadie: {
    name: '@roadiehq/backstage-plugin-argo-cd-backend',
    version: '4.8.0',
  },
  /** The newest whose own dependencies npm has. */
  community: {
    name: '@backstage-community/plugin-argocd-backend',
    version: '1.5.0',
  },
} satisfies Record<string, PeerPackage>;

/** Dependencies of the peers whose newest fitting version npm lacks, or that belong to a version of theirs. */
export const peerDependencies = {
  '@roadiehq/backstage-plugin-argo-cd-node': '2.0.0',
  '@backstage-community/plugin-argocd-common': '1.16.0',
  '@backstage-community/plugin-argocd-node': '1.2.0',
};

/** Packages of the peers that npm does not have, and the folder of ours that stands for each. */
export const shims = {
  '@aws/aws-core-plugin-for-backstage-common': 'aws-core-common',
  '@aws/aws-core-plugin-for-backstage-node': 'aws-core-node',
  '@aws/amazon-ecr-plugin-for-backstage-common': 'ecr-common',
  '@aws/aws-codebuild-plugin-for-backstage-common': 'codebuild-common',
};

/** Backstage packages that the peers ask for as `backstage:^`, which only Yarn understands: they get our versions. */
export const platformPackages = [
  '@backstage/backend-defaults',
  '@backstage/backend-plugin-api',
  '@backstage/catalog-client',
  '@backstage/catalog-model',
  '@backstage/config',
  '@backstage/errors',
  '@backstage/integration-aws-node',
  '@backstage/plugin-catalog-node',
  '@backstage/plugin-permission-common',
  '@backstage/plugin-permission-node',
];

/** Clients of AWS that the peers get in the version that we have, so that no difference is the SDK's. */
export const sdkPackages = [
  '@aws-sdk/client-ecr',
  '@aws-sdk/client-codebuild',
  '@aws-sdk/client-resource-groups-tagging-api',
];
