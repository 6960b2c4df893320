import {
  awsAnswer,
  awsError,
  HttpStub,
  readAwsRequest,
  type StubReply,
} from '@shopstack/plugin-kit-node/testUtils';

export const ACCOUNT = '123456789012';

export const arnOf = (repository: string) =>
  `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/${repository}`;

export const digestOf = (number: number) =>
  `sha256:${number.toString(16).padStart(64, '0')}`;

type Operation = (input: Record<string, any>) => StubReply;

/** An Amazon ECR for the tests of this backend: repositories of images, each answer to be replaced by the test. */
export class EcrStub {
  static async start(): Promise<EcrStub> {
    return new EcrStub(await HttpStub.start());
  }

  /** Rows of DescribeImages by repository. */
  readonly repositories = new Map<string, Record<string, unknown>[]>();
  /** Answers of DescribeImageScanFindings by digest; others have no scan. */
  readonly scans = new Map<string, object>();
  /** Replaces the answer of one operation. */
  readonly operations = new Map<string, Operation>();
  readonly #stub: HttpStub;

  private constructor(stub: HttpStub) {
    this.#stub = stub;
    this.reset();
  }

  get url(): string {
    return this.#stub.url;
  }

  /** What was asked, in order: operation and input. */
  get calls(): { operation: string; input: Record<string, any> }[] {
    return this.#stub.requests.map(readAwsRequest);
  }

  /** The operations that were asked, in order. */
  get asked(): string[] {
    return this.calls.map(({ operation }) => operation);
  }

  /** Forgets what was asked; what it would answer stays. */
  forget(): void {
    this.#stub.requests.length = 0;
  }

  reset(): void {
    this.#stub.reset();
    this.repositories.clear();
    this.scans.clear();
    this.operations.clear();
    this.#stub.reply = request => {
      const { operation, input } = readAwsRequest(request);
      return (
        this.operations.get(operation)?.(input) ??
        this.#answer(operation, input)
      );
    };
  }

  close(): Promise<void> {
    return this.#stub.close();
  }

  #answer(operation: string, input: Record<string, any>): StubReply {
    const images = this.repositories.get(input.repositoryName);
    if (operation !== 'GetResources' && !images) {
      return awsError('RepositoryNotFoundException');
    }
    switch (operation) {
      case 'DescribeImages': {
        const first = Number(input.nextToken ?? 0);
        const next = first + input.maxResults;
        return awsAnswer({
          imageDetails: images!.slice(first, next),
          ...(next < images!.length && { nextToken: String(next) }),
        });
      }
      case 'DescribeImageScanFindings': {
        const scan = this.scans.get(input.imageId.imageDigest);
        return scan ? awsAnswer(scan) : awsError('ScanNotFoundException');
      }
      case 'BatchGetImage':
        return awsAnswer({ images: [], failures: [] });
      case 'ListImageReferrers':
        return awsAnswer({ referrers: [] });
      case 'DescribeImageSigningStatus':
        return awsAnswer({ signingStatuses: [] });
      default:
        return awsError('UnknownOperationException');
    }
  }
}

/** A row of DescribeImages; the higher the number, the newer. */
export const imageRow = (number: number, rest: object = {}) => ({
  imageDigest: digestOf(number),
  imagePushedAt: 1_790_000_000 + number,
  imageTags: [`v${number}`],
  imageSizeInBytes: 1_000_000 + number,
  imageManifestMediaType: 'application/vnd.oci.image.manifest.v1+json',
  imageStatus: 'ACTIVE',
  ...rest,
});

/** An answer of DescribeImageScanFindings of basic scanning. */
export const completeScan = (
  findings: { name: string; severity: string }[],
  status = 'COMPLETE',
) => ({
  imageScanStatus: { status },
  imageScanFindings: {
    imageScanCompletedAt: 1_790_000_000,
    findingSeverityCounts: Object.fromEntries(
      findings.map(({ severity }) => [
        severity,
        findings.filter(other => other.severity === severity).length,
      ]),
    ),
    findings,
  },
});
