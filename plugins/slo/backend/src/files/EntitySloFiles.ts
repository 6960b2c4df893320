import type { Entity } from '@backstage/catalog-model';
import type { ScmIntegrations } from '@backstage/integration';
import {
  mergeObserved,
  SOURCE_NAMES,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import type { SloFileProblem } from '@shopstack/plugin-slo-common';
import {
  sloId,
  type SloSpecification,
} from '@shopstack/plugin-slo-common/rules';
import { locateSloFiles } from './locateSloFiles';
import { type KeptSloFile, parseKeptFile } from './parseKeptFile';
import type { SloFileReader } from './readSloFile';
import type { SloFileLocation } from './SloFileLocation';

/** An objective as a file of the entity states it. */
export interface StatedSlo {
  specification: SloSpecification;
  /** Page of the file, at the line. */
  url: string;
  line: number;
  /** The part of the file that states it. */
  yaml: string;
}

export interface EntitySloFilesAnswer {
  specifications: StatedSlo[];
  /** What was refused; the rest is there. */
  problems: SloFileProblem[];
  /** One for each file that was asked for. */
  sources: SourceStatus[];
}

/** The SLO files that an entity names. */
export interface EntitySloFiles {
  /** Never throws for what is wrong with a file or its host. Without the annotation all is empty. */
  read(entity: Entity): Promise<EntitySloFilesAnswer>;
}

const MAX_AGE_SECONDS = 300;

export interface DefaultEntitySloFilesOptions {
  integrations: Pick<ScmIntegrations, 'byUrl'>;
  reader: Pick<SloFileReader, 'read'>;
  observed: ObservedSource;
}

/** Reads the files through the read model: those that several entities name are read once. */
export class DefaultEntitySloFiles implements EntitySloFiles {
  readonly #options: DefaultEntitySloFilesOptions;

  constructor(options: DefaultEntitySloFilesOptions) {
    this.#options = options;
  }

  async read(entity: Entity): Promise<EntitySloFilesAnswer> {
    const { locations, refused } = locateSloFiles(
      entity,
      this.#options.integrations,
    );
    const answers = await Promise.all(
      locations.map(async location => {
        const { items, sources } = await this.#observe(location);
        return { items: items.map(file => ({ file, location })), sources };
      }),
    );
    const { items, sources } = mergeObserved(answers);
    const { kept, repeated } = eachOnce(
      items.flatMap(({ file, location }) => stated(file, location)),
    );
    const problems = items.flatMap(({ file, location }) =>
      file.problems.map(({ line, reason }) => ({
        url: location.page(line),
        ...(line !== undefined && { line }),
        reason,
      })),
    );
    return {
      specifications: kept,
      problems: [...refused, ...problems, ...repeated],
      sources,
    };
  }

  #observe({ url, page }: SloFileLocation) {
    const { observed, reader } = this.#options;
    return observed.observe<KeptSloFile>({
      key: `slo-file:${url}`,
      source: SOURCE_NAMES.sloFiles,
      instance: instanceOf(page()),
      maxAgeSeconds: MAX_AGE_SECONDS,
      load: async () => [parseKeptFile(await reader.read(url), page())],
    });
  }
}

/** Which file, as a person recognises it. */
function instanceOf(page: string): string {
  const { host, pathname } = new URL(page);
  return decodeURI(`${host}${pathname}`);
}

function stated(file: KeptSloFile, location: SloFileLocation): StatedSlo[] {
  return file.specifications.map(({ specification, yaml }) => ({
    specification,
    url: location.page(specification.line),
    line: specification.line,
    yaml,
  }));
}

/** An objective that two files state would be one that changes with the order of the files. */
function eachOnce(all: StatedSlo[]) {
  const kept = new Map<string, StatedSlo>();
  const repeated: SloFileProblem[] = [];
  for (const each of all) {
    const id = sloId(each.specification);
    const first = kept.get(id);
    if (first) {
      repeated.push({
        url: each.url,
        line: each.line,
        reason: `The objective ${id} is stated in another file already: ${first.url}`,
      });
    } else {
      kept.set(id, each);
    }
  }
  return { kept: [...kept.values()], repeated };
}
