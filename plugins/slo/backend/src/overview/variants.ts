import { carries, type Labels, ownLabels } from './labels';

/**
 * The objectives behind the series of one `sloth_id`, each named by the labels that tell it from the others; one without
 * labels where nothing has to be told apart. Several clusters behind one querier, or an indicator grouped by a label, give
 * several series for each window: they are never added up, for nobody said that they count the same.
 *
 * @param families - labels of the series of the id, those with the same meaning together: what differs inside a family
 *   tells objectives apart, what differs between families does not.
 */
export function findVariants(families: readonly Labels[][]): Labels[] {
  const own = families.map(family => family.map(ownLabels));
  const telling = [...new Set(own.flatMap(tellingLabels))].sort();
  if (telling.length === 0) {
    return [{}];
  }
  const variants = new Map<string, Labels>();
  for (const labels of own.flat()) {
    const variant = pick(labels, telling);
    variants.set(JSON.stringify(Object.entries(variant)), variant);
  }
  const all = [...variants.values()];
  return all.filter(one => !all.some(other => isVaguer(one, other)));
}

/** The labels whose values differ among the series of a family. */
function tellingLabels(family: Labels[]): string[] {
  const [first, ...others] = family;
  if (others.length === 0) {
    return [];
  }
  const names = new Set(family.flatMap(labels => Object.keys(labels)));
  return [...names].filter(name =>
    others.some(labels => labels[name] !== first[name]),
  );
}

function pick(labels: Labels, names: string[]): Labels {
  return Object.fromEntries(
    names.flatMap(name => (name in labels ? [[name, labels[name]]] : [])),
  );
}

/** A series that names fewer of the labels, and none otherwise, is about the other as well. */
function isVaguer(one: Labels, other: Labels): boolean {
  return (
    Object.keys(one).length < Object.keys(other).length && carries(other, one)
  );
}
