import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { SERVICE_ANNOTATION } from '@shopstack/plugin-kit-common';
import type { FleetApplication } from '../store/FleetApplication';
import { parseLabelSelector } from './labelSelector';
import { type EntitySelection, parseSelection } from './parseSelection';
import { type Selectable, selects } from './selects';

/** An entity that an application belongs to. */
export interface ApplicationOwner {
  entityRef: string;
  title?: string;
  /** References of the groups and people that own it. */
  owners: string[];
}

interface Candidate extends ApplicationOwner {
  service?: string;
  isComponent: boolean;
  instances: string[];
  selects(application: Selectable): boolean;
}

/** Finds the entity of an application, by what entities select; the same as on their pages. */
export class EntityIndex {
  readonly #byName = new Map<string, Candidate[]>();
  readonly #byLabel = new Map<string, Candidate[]>();
  readonly #others: Candidate[] = [];

  /** An entity whose annotations are malformed selects nothing, as on its page. */
  add(entity: Entity): void {
    let parsed: EntitySelection;
    try {
      parsed = parseSelection(entity);
    } catch {
      return;
    }
    const { selection, instances } = parsed;
    const candidate: Candidate = {
      entityRef: stringifyEntityRef(entity),
      title: entity.metadata.title,
      owners: (entity.relations ?? [])
        .filter(({ type }) => type === RELATION_OWNED_BY)
        .map(({ targetRef }) => targetRef),
      service: entity.metadata.annotations?.[SERVICE_ANNOTATION],
      isComponent: entity.kind.toLocaleLowerCase('en-US') === 'component',
      instances,
      selects: selects(selection),
    };
    for (const name of selection.names) {
      push(this.#byName, name, candidate);
    }
    if (selection.selector === undefined) {
      return;
    }
    const { equality } = parseLabelSelector(selection.selector) ?? {};
    if (equality) {
      push(this.#byLabel, `${equality.key}=${equality.value}`, candidate);
    } else {
      this.#others.push(candidate);
    }
  }

  /** Where several select it: the component of its service, else any component, else the first by reference. */
  find(application: FleetApplication): ApplicationOwner | undefined {
    const labels = Object.entries(application.labels);
    const candidates = [
      ...(this.#byName.get(application.name) ?? []),
      ...labels.flatMap(
        ([key, value]) => this.#byLabel.get(`${key}=${value}`) ?? [],
      ),
      ...this.#others,
    ].filter(
      candidate =>
        (candidate.instances.length === 0 ||
          candidate.instances.includes(application.instance)) &&
        candidate.selects(application),
    );
    const rank = ({ isComponent, service }: Candidate) => {
      if (!isComponent) {
        return 2;
      }
      return service !== undefined && service === application.service ? 0 : 1;
    };
    return candidates.sort(
      (a, b) => rank(a) - rank(b) || a.entityRef.localeCompare(b.entityRef),
    )[0];
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) {
    list.push(value);
  } else {
    map.set(key, [value]);
  }
}
