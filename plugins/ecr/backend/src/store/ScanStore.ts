import type { EcrFinding, EcrScan } from '@shopstack/plugin-ecr-common';
import type { Knex } from 'knex';
import type { RepositoryImage } from '../images/RepositoryImage';
import { inBatches } from './batches';
import { ScanIndex } from './ScanIndex';
import { type ScanRow, SCANS, toRow, toScan } from './scanRow';

/** What is kept of one reading of a scan. */
export interface KeptScan {
  repositoryArn: string;
  digest: string;
  /** `readAt` is set. */
  scan: EcrScan;
  /** When it is to be read again. */
  dueAt: Date;
}

/** Beside it, what the page of a team shows. */
export interface KeptScanDetails extends KeptScan {
  /** The worst findings, few. */
  worst: EcrFinding[];
  /** As its repository listed it when the scan was read. */
  image?: RepositoryImage;
}

/** The scans that were read, in the plugin's database: shared by all replicas, and there after a restart. */
export class ScanStore {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #index: ScanIndex;

  constructor(knex: Knex, now: () => Date = () => new Date()) {
    this.#knex = knex;
    this.#now = now;
    this.#index = new ScanIndex(knex, now);
  }

  /** Keeps readings; each replaces the one before it of the same image. */
  async save(scans: KeptScanDetails[]): Promise<void> {
    for (const batch of inBatches(scans, 12)) {
      const at = this.#now();
      await this.#knex<ScanRow>(SCANS)
        .insert(batch.map(kept => toRow(kept, at)))
        .onConflict(['repository_arn', 'digest'])
        .merge();
    }
  }

  /** All scans of a repository by digest. The map is shared: it must not be changed. */
  async ofRepository(
    repositoryArn: string,
  ): Promise<ReadonlyMap<string, KeptScan>> {
    return this.#index.ofRepository(repositoryArn);
  }

  /** The scans of images by their digests, of whatever repository, with their worst findings. */
  async ofImages(digests: readonly string[]): Promise<KeptScanDetails[]> {
    const found: KeptScanDetails[] = [];
    for (const batch of inBatches([...new Set(digests)])) {
      const rows = await this.#knex<ScanRow>(SCANS).whereIn('digest', batch);
      found.push(...rows.map(toScan));
    }
    return found;
  }

  /** Notes that the registry has a new result for an image; what was never read stays so. */
  async expire(repositoryArn: string, digest: string): Promise<void> {
    const at = this.#now().toISOString();
    await this.#knex<ScanRow>(SCANS)
      .where({ repository_arn: repositoryArn, digest })
      .update({ due_at: at, changed_at: at });
  }

  /** Forgets what was not read since then: images that are gone, or that nobody runs or asks for. Answers how many. */
  async prune(readBefore: Date): Promise<number> {
    return this.#knex<ScanRow>(SCANS)
      .where('read_at', '<', readBefore.toISOString())
      .delete();
  }
}
