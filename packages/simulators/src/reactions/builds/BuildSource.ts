import { dirname } from 'node:path/posix';
import { REGISTRY } from '../../aws/account';
import type { Build, BuildProject } from '../../aws/types';
import type { World } from '../../world/types';

/** What a build reads: its project, and the files of the commit it builds. */
export class BuildSource {
  /** The folder of the service: where the buildspec lies. */
  readonly folder: string;
  constructor(
    private readonly world: Pick<World, 'repositories'>,
    readonly project: BuildProject,
    readonly revision: string,
  ) {
    this.folder = dirname(project.buildspec);
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

  async #read(path: string) {
    const { repository } = this.project;
    return await this.world.repositories.readFile(
      repository,
      this.revision,
      path,
    );
  }
}

/** The source of a build, or undefined when its commit is not there. */
export async function openSource(
  world: Pick<World, 'repositories'>,
  project: BuildProject,
  build: Build,
): Promise<BuildSource | undefined> {
  const version = build.revision ?? build.sourceVersion;
  const revision = await world.repositories.resolve(
    project.repository,
    version,
  );
  return revision === undefined
    ? undefined
    : new BuildSource(world, project, revision);
}
