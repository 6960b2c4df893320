import type { Knex } from 'knex';
import type { ManifestFacts } from '../images/ManifestFacts';
import { inBatches } from './batches';

const MANIFESTS = 'ecr_manifests';
const CHILDREN = 'ecr_index_children';

interface ManifestRow {
  repository_arn: string;
  digest: string;
  facts: string;
  read_at: string;
}

interface ChildRow {
  repository_arn: string;
  child_digest: string;
  index_digest: string;
}

/** An index that holds an image. */
export interface IndexOfChild {
  repositoryArn: string;
  childDigest: string;
  indexDigest: string;
}

/** What manifests tell, kept for ever: a digest names its content. */
export class ManifestStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async save(
    repositoryArn: string,
    manifests: ManifestFacts[],
    at: Date,
  ): Promise<void> {
    const rows: ManifestRow[] = manifests.map(facts => ({
      repository_arn: repositoryArn,
      digest: facts.digest,
      facts: JSON.stringify(facts),
      read_at: at.toISOString(),
    }));
    const children = manifests.flatMap(facts =>
      [...new Set(facts.children.map(({ digest }) => digest))].map(
        (digest): ChildRow => ({
          repository_arn: repositoryArn,
          child_digest: digest,
          index_digest: facts.digest,
        }),
      ),
    );
    // The children first: a manifest that is there is not read again.
    for (const batch of inBatches(children, 3)) {
      await this.#knex<ChildRow>(CHILDREN).insert(batch).onConflict().ignore();
    }
    for (const batch of inBatches(rows, 4)) {
      await this.#knex<ManifestRow>(MANIFESTS)
        .insert(batch)
        .onConflict()
        .ignore();
    }
  }

  /** Those of the digests that are known. */
  async find(
    repositoryArn: string,
    digests: readonly string[],
  ): Promise<ManifestFacts[]> {
    const found: ManifestFacts[] = [];
    for (const batch of inBatches(digests)) {
      const rows = await this.#knex<ManifestRow>(MANIFESTS)
        .where({ repository_arn: repositoryArn })
        .whereIn('digest', batch);
      found.push(...rows.map(row => JSON.parse(row.facts) as ManifestFacts));
    }
    return found;
  }

  /** The known indexes that hold any of these images. */
  async indexesOf(childDigests: readonly string[]): Promise<IndexOfChild[]> {
    const found: IndexOfChild[] = [];
    for (const batch of inBatches([...new Set(childDigests)])) {
      const rows = await this.#knex<ChildRow>(CHILDREN).whereIn(
        'child_digest',
        batch,
      );
      found.push(
        ...rows.map(row => ({
          repositoryArn: row.repository_arn,
          childDigest: row.child_digest,
          indexDigest: row.index_digest,
        })),
      );
    }
    return found;
  }
}
