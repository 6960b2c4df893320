import type { EcrImageChild } from '@shopstack/plugin-ecr-common';

/** What the manifest of an image tells. A digest names its content, so that this never changes. */
export interface ManifestFacts {
  digest: string;
  /** The images of an index; empty where it is none. */
  children: EcrImageChild[];
  /** `org.opencontainers.image.revision`, where it is a commit. */
  commit?: string;
}
