import type { Entity } from '@backstage/catalog-model';
import {
  compareSlos,
  type EntitySlos,
  type SloSummary,
} from '@shopstack/plugin-slo-common';
import { sloId } from '@shopstack/plugin-slo-common/rules';
import { parseSloId } from '../details/parseSloId';
import type { EntitySloFiles, StatedSlo } from '../files';
import type { Overviews } from '../overview/Overviews';
import { sloOwnerOf, withOwner } from './SloOwner';
import { sloSelection } from './sloSelection';
import { unrecordedSlo, withStatement } from './statedSlo';

export interface EntityObjectivesOptions {
  overviews: Overviews;
  files: EntitySloFiles;
}

/** The objectives of an entity: those that are recorded for its services, and those that its files state. */
export class EntityObjectives {
  readonly #options: EntityObjectivesOptions;

  constructor(options: EntityObjectivesOptions) {
    this.#options = options;
  }

  /** @throws InputError when the entity names neither a service nor a file. */
  async list(entity: Entity): Promise<EntitySlos> {
    const { overviews, files } = this.#options;
    const { services, instances } = sloSelection(entity);
    const [recorded, stated] = await Promise.all([
      overviews.observe(instances),
      files.read(entity),
    ]);
    const statements = new Map(
      stated.specifications.map(each => [sloId(each.specification), each]),
    );
    const own = recorded.items.flatMap(slo => {
      const statement = statements.get(parseSloId(slo.id).slothId);
      if (!statement && !services.includes(slo.service)) {
        return [];
      }
      return statement ? [withStatement(slo, statement.specification)] : [slo];
    });
    // While an instance is not there nobody knows what it records.
    const isKnown = recorded.sources.every(
      ({ source, state }) => source !== 'prometheus' || state !== 'unavailable',
    );
    const missing = isKnown
      ? this.#unrecorded(stated.specifications, own, instances)
      : [];
    const owner = sloOwnerOf(entity);
    return {
      items: [...own, ...missing]
        .map(slo => withOwner(slo, owner))
        .sort(compareSlos),
      sources: [...recorded.sources, ...stated.sources],
      problems: stated.problems,
    };
  }

  #unrecorded(
    stated: readonly StatedSlo[],
    recorded: readonly SloSummary[],
    instances: readonly string[],
  ): SloSummary[] {
    const known = new Set(recorded.map(({ id }) => parseSloId(id).slothId));
    // Where several could record it, the first stands for all.
    const instance = instances[0] ?? this.#options.overviews.instances[0];
    const now = new Date();
    return stated
      .filter(({ specification }) => !known.has(sloId(specification)))
      .map(({ specification }) => unrecordedSlo(specification, instance, now));
  }
}
