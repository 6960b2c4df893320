import { dirname } from 'node:path/posix';
import { REGISTRY } from '../../aws/account';
import type { Build, BuildProject } from '../../aws/types';
import { digestOfTree } from '../images/describeImage';
import type { BuildReader } from './BuildReader';

/** The files of the commit that a build builds. */
export class BuildSource {
  constructor(
    private readonly reader: BuildReader,
    readonly project: BuildProject,
    readonly revision: string,
  ) {}

  /** The folder of the service: where the buildspec lies. */
  get folder(): string {
    return dirname(this.project.buildspec);
  }

  /** The repository in Amazon ECR that the variables of the buildspec or of the project name, or else the one named as the project. */
  imageRepository(variables: Record<string, string>): string {
    const values = [
      ...Object.values(variables),
      ...this.project.environmentVariables.map(({ value }) => value),
    ];
    const prefix = `${REGISTRY}/`;
    const uri = values.find(value => value.startsWith(prefix));
    return uri?.slice(prefix.length) ?? this.project.name;
  }

  async buildspec(): Promise<string | undefined> {
    return await this.#read(this.project.buildspec);
  }

  async dockerfile(): Promise<string | undefined> {
    return await this.#read(`${this.folder}/Dockerfile`);
  }

  /** The digest of the image that this source gives: the same content, the same digest. */
  async digest(imageRepository: string): Promise<string> {
    const { repository } = this.project;
    const tree = await this.reader.treeOf(
      repository,
      this.revision,
      this.folder,
    );
    return digestOfTree(imageRepository, tree);
  }

  /** Whether building it failed although nothing in it is wrong. */
  get failed(): boolean {
    return this.reader.failed?.(this.revision) ?? false;
  }

  async #read(path: string) {
    const { repository } = this.project;
    return await this.reader.readFile(repository, this.revision, path);
  }
}

/** The source of a build, or undefined when its commit is not there. */
export async function openSource(
  reader: BuildReader,
  project: BuildProject,
  build: Pick<Build, 'revision' | 'sourceVersion'>,
): Promise<BuildSource | undefined> {
  const version = build.revision ?? build.sourceVersion;
  const revision = await reader.resolve(project.repository, version);
  return revision === undefined
    ? undefined
    : new BuildSource(reader, project, revision);
}
