import { compareEnvironments } from '@shopstack/plugin-kit-common';

/** An image that pods run, as one item of what is kept of the fleet. */
export interface RunningImage {
  /** `<registry>/<repository>` where the pods name one of Amazon ECR; another name may be that of a mirror. */
  repository?: string;
  digest: string;
  /** Tags by which the pods name it. */
  tags: string[];
  environments: string[];
  /** True for an index of which pods run the image of their platform. */
  isIndexOfRunning?: boolean;
}

const ECR_IMAGE =
  /^(\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/[^:@]+)(?::([^@]+))?(?:@.*)?$/;

/** The repository and the tag of an image's name, where it is one of Amazon ECR. */
export function parseImageName(
  name: string,
): { repository: string; tag?: string } | undefined {
  const [, repository, tag] = ECR_IMAGE.exec(name) ?? [];
  return repository ? { repository, tag } : undefined;
}

/** What runs, to be looked up by repository and digest. */
export class RunningImages {
  readonly #order: readonly string[] | undefined;
  readonly #byRepository = new Map<string, RunningImage[]>();
  /** Of pods that name no repository of Amazon ECR: a mirror serves the same content, so the digest alone tells. */
  readonly #elsewhere: RunningImage[] = [];

  constructor(images: readonly RunningImage[], order?: readonly string[]) {
    this.#order = order;
    for (const image of images) {
      const { repository } = image;
      const same =
        repository === undefined
          ? this.#elsewhere
          : (this.#byRepository.get(repository) ?? []);
      same.push(image);
      if (repository !== undefined) {
        this.#byRepository.set(repository, same);
      }
    }
  }

  /** All that runs of a repository, by what the pods name. */
  named(repository: string): readonly RunningImage[] {
    return this.#byRepository.get(repository) ?? [];
  }

  /** Digest to environments, for the images of a repository. */
  of(repository: string): ReadonlyMap<string, string[]> {
    const found = new Map<string, string[]>();
    for (const image of [...this.named(repository), ...this.#elsewhere]) {
      const environments = [
        ...(found.get(image.digest) ?? []),
        ...image.environments,
      ];
      found.set(
        image.digest,
        [...new Set(environments)].sort((a, b) =>
          compareEnvironments(a, b, this.#order),
        ),
      );
    }
    return found;
  }
}
