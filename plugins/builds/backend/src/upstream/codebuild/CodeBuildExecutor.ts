import type { Entity } from '@backstage/catalog-model';
import {
  CODEBUILD_ARN_ANNOTATION,
  CODEBUILD_TAGS_ANNOTATION,
  SOURCE_NAMES,
} from '@shopstack/plugin-kit-common';
import {
  type AwsArn,
  type AwsConsoleAccess,
  findArns,
} from '@shopstack/plugin-kit-node';
import { LRUCache } from 'lru-cache';
import type {
  BuildExecutor,
  ExecutorEvent,
  FoundProjects,
} from '../../service/BuildExecutor';
import { Batcher } from './Batcher';
import {
  CodeBuildClient,
  type CodeBuildClientOptions,
} from './CodeBuildClient';
import { CODEBUILD_TOPIC, projectsOfEvent } from './codeBuildEvents';
import {
  type CodeBuildAccess,
  CodeBuildProject,
  placeOf,
} from './CodeBuildProject';
import { LogClient } from './LogClient';
import type { TaggedProjects } from './TaggedProjects';

/** Pairs of account and region. */
const MOST_PLACES = 500;

export interface CodeBuildExecutorOptions extends CodeBuildClientOptions {
  logsEndpoint?: string;
  console: AwsConsoleAccess;
  exportedVariables: readonly string[];
  tagged: TaggedProjects;
}

/** AWS CodeBuild: the projects that an entity names by ARN, and those that carry the tags it names. */
export class CodeBuildExecutor implements BuildExecutor {
  readonly name = 'aws-codebuild';
  readonly source = SOURCE_NAMES.codeBuild;
  readonly annotations = [CODEBUILD_ARN_ANNOTATION, CODEBUILD_TAGS_ANNOTATION];
  readonly topics = [CODEBUILD_TOPIC];
  readonly #options: CodeBuildExecutorOptions;
  readonly #client: CodeBuildClient;
  readonly #logs: LogClient;
  /** By account and region. Annotations may name any account, so what is kept for them is bounded. */
  readonly #accesses = new LRUCache<string, CodeBuildAccess>({
    max: MOST_PLACES,
  });

  constructor(options: CodeBuildExecutorOptions) {
    this.#options = options;
    this.#client = new CodeBuildClient(options);
    this.#logs = new LogClient({ ...options, endpoint: options.logsEndpoint });
  }

  async find(entity: Entity): Promise<FoundProjects> {
    const named = findArns(entity, CODEBUILD_ARN_ANNOTATION, {
      source: this.source,
      service: 'codebuild',
      resourceType: 'project',
    });
    const tagged = await this.#options.tagged.find(entity);
    return {
      projects: [...named.arns, ...tagged.arns].map(
        arn => new CodeBuildProject(arn, this.#access(arn)),
      ),
      problems: [...named.malformed, ...tagged.problems],
      sources: tagged.sources,
    };
  }

  changedProjects({ payload }: ExecutorEvent): string[] {
    return projectsOfEvent(payload);
  }

  #access(arn: AwsArn): CodeBuildAccess {
    const place = placeOf(arn);
    let access = this.#accesses.get(place);
    if (!access) {
      const client = this.#client;
      access = {
        client,
        logs: this.#logs,
        builds: new Batcher(ids => client.getBuilds(arn, ids)),
        projects: new Batcher(names => client.getProjects(arn, names)),
        mapping: {
          ...this.#options.console,
          exportedVariables: this.#options.exportedVariables,
        },
      };
      this.#accesses.set(place, access);
    }
    return access;
  }
}
