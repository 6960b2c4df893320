import type {
  EcrFinding,
  EcrFindings,
  EcrImage,
  EcrImageDetails,
  EcrServiceScan,
} from '@shopstack/plugin-ecr-common';
import type { SourceStatus } from '@shopstack/plugin-kit-common';

/** Repository of the example images. */
export const REPOSITORY_ARN =
  'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-orders';

/** A commit as CI tags images with it; `4f2a9c1` in short. */
export const COMMIT = '4f2a9c1'.padEnd(40, '0');

/** A source that answers well. */
export const OK: SourceStatus[] = [
  { source: 'amazon-ecr', state: 'ok', asOf: new Date().toISOString() },
];

/** The digest that consists of one digit. */
export const digestOf = (digit: string) => `sha256:${digit.repeat(64)}`;

/** An image whose digest consists of one hexadecimal digit. */
export const exampleImage = (
  digit: string,
  part: Partial<EcrImage> = {},
): EcrImage => ({
  repositoryArn: REPOSITORY_ARN,
  repository: 'shopstack-orders',
  registry: '123456789012.dkr.ecr.us-east-1.amazonaws.com',
  region: 'us-east-1',
  digest: digestOf(digit),
  tags: [COMMIT],
  kind: 'image',
  sizeInBytes: 71_400_000,
  pushedAt: new Date(Date.now() - 120_000).toISOString(),
  scan: { status: 'PENDING' },
  runningIn: [],
  pullCommand: `docker pull shopstack-orders@${digestOf(digit)}`,
  consoleUrl: 'https://console.aws.amazon.com/ecr/shopstack-orders',
  ...part,
});

export const exampleFinding = (
  name: string,
  part: Partial<EcrFinding> = {},
): EcrFinding => ({
  name,
  severity: 'HIGH',
  score: 7.5,
  title: `${name} in openssl`,
  description: 'A crafted message ends the process.',
  packageName: 'openssl',
  packageVersion: '3.0.1',
  url: `https://nvd.nist.gov/vuln/detail/${name}`,
  ...part,
});

export const exampleFindings = (
  items: EcrFinding[],
  part: Partial<EcrFindings> = {},
): EcrFindings => ({
  items,
  total: items.length,
  truncated: false,
  scan: { status: 'COMPLETE', counts: { HIGH: items.length } },
  sources: OK,
  ...part,
});

export const exampleDetails = (
  image: EcrImage,
  part: Partial<EcrImageDetails> = {},
): EcrImageDetails => ({
  image,
  children: [],
  referrers: [],
  signing: [],
  ...part,
});

export const exampleServiceScan = (
  name: string,
  image: EcrImage,
  part: Partial<EcrServiceScan> = {},
): EcrServiceScan => ({
  entityRef: `component:default/${name}`,
  title: name,
  owner: 'group:default/team-checkout',
  image,
  worst: [],
  ...part,
});
