import {
  awsAnswer,
  awsError,
  HttpStub,
  readAwsRequest,
  type StubReply,
} from '@shopstack/plugin-kit-node/testUtils';

export const ACCOUNT = '123456789012';

export const arnOf = (project: string) =>
  `arn:aws:codebuild:us-east-1:${ACCOUNT}:project/${project}`;

/** The id of a build of the stub. */
export const buildId = (project: string, number: number) =>
  `${project}:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const EPOCH = Date.parse('2026-11-01T00:00:00Z') / 1000;

/** A secret that no answer of ours may hold. */
export const CANARY = 'canary-7f3a9c';

/** An AWS on loopback that counts what it is asked: CodeBuild with projects and builds, and CloudWatch Logs. */
export class CodeBuildStub {
  static async start(): Promise<CodeBuildStub> {
    const stub = new CodeBuildStub(await HttpStub.start());
    stub.reset();
    return stub;
  }

  /** How many builds each project has; a project that is not here was deleted. */
  projects = new Map<string, number>();
  /** What a build has beside its id, number and times. */
  extra: (id: string) => object = () => ({});
  /** Replies in place of the usual ones. */
  instead: (
    operation: string,
    input: Record<string, any>,
  ) => StubReply | undefined = () => undefined;
  /** Build by idempotency token. */
  readonly started = new Map<string, string>();
  /** The lines of every log. */
  log: string[] = [];

  private constructor(readonly http: HttpStub) {}

  get url(): string {
    return this.http.url;
  }

  /** The operations that it was asked for, in order. */
  get operations(): string[] {
    return this.http.requests.map(request => readAwsRequest(request).operation);
  }

  /** How often it was asked for an operation. */
  count(operation: string): number {
    return this.operations.filter(each => each === operation).length;
  }

  reset(): void {
    this.http.reset();
    this.projects = new Map();
    this.extra = () => ({});
    this.instead = () => undefined;
    this.started.clear();
    this.log = [];
    this.http.reply = request => {
      const { operation, input } = readAwsRequest(request);
      return this.instead(operation, input) ?? this.answer(operation, input);
    };
  }

  async close(): Promise<void> {
    await this.http.close();
  }

  answer(operation: string, input: Record<string, any>): StubReply {
    switch (operation) {
      case 'ListBuildsForProject':
        return this.#list(input);
      case 'BatchGetBuilds':
        return awsAnswer({
          builds: input.ids.flatMap((id: string) => this.#build(id) ?? []),
          buildsNotFound: [],
        });
      case 'BatchGetProjects':
        return awsAnswer({
          projects: input.names
            .filter((name: string) => this.projects.has(name))
            .map((name: string) => ({ name, source: { type: 'GITHUB' } })),
        });
      case 'StartBuild':
        return this.#start(input.projectName, input.idempotencyToken);
      case 'RetryBuild':
        return this.#start(input.id.split(':')[0], input.idempotencyToken);
      case 'StopBuild':
        return awsAnswer({
          build: { ...this.#build(input.id), buildStatus: 'STOPPED' },
        });
      case 'GetLogEvents':
        return this.#log(input);
      default:
        return awsError('UnknownOperationException');
    }
  }

  #list({ projectName, nextToken, sortOrder }: Record<string, any>): StubReply {
    const count = this.projects.get(projectName);
    if (count === undefined || sortOrder) {
      return awsError(
        sortOrder ? 'InvalidInputException' : 'ResourceNotFoundException',
      );
    }
    const newest = nextToken ? Number(nextToken) : count;
    const ids = Array.from({ length: Math.min(100, newest) }, (_, index) =>
      buildId(projectName, newest - index),
    );
    const next = newest - 100;
    return awsAnswer({ ids, ...(next > 0 && { nextToken: String(next) }) });
  }

  #build(id: string) {
    const [project] = id.split(':');
    const number = Number(id.slice(-12));
    if (number > (this.projects.get(project) ?? 0)) {
      return undefined;
    }
    const startTime = EPOCH + number * 600;
    return {
      id,
      buildNumber: number,
      buildStatus: 'SUCCEEDED',
      buildComplete: true,
      startTime,
      endTime: startTime + 60,
      sourceVersion: 'main',
      environment: {
        environmentVariables: [
          { name: 'PASSWORD', type: 'PLAINTEXT', value: CANARY },
        ],
      },
      exportedEnvironmentVariables: [{ name: 'OTHER', value: CANARY }],
      logs: {
        groupName: `/aws/codebuild/${project}`,
        streamName: id.split(':')[1],
      },
      ...this.extra(id),
    };
  }

  #start(project: string, token: string): StubReply {
    if (!this.started.has(token)) {
      const number = (this.projects.get(project) ?? 0) + 1;
      this.projects.set(project, number);
      this.started.set(token, buildId(project, number));
    }
    return awsAnswer({ build: this.#build(this.started.get(token)!) });
  }

  #log({ nextToken, limit, startFromHead }: Record<string, any>): StubReply {
    const size = limit ?? 2;
    const from = startFromHead
      ? Number(nextToken?.slice(2) ?? 0)
      : Math.max(0, this.log.length - size);
    const page = this.log.slice(from, from + size);
    return awsAnswer({
      events: page.map(message => ({ timestamp: EPOCH * 1000, message })),
      nextForwardToken: `f/${from + page.length}`,
    });
  }
}
