import type { Mapping } from '../yaml/Mapping';

/** Documents of a file that its objectives refer to, by their names. */
export interface Companions {
  indicators: ReadonlyMap<string, Mapping>;
  dataSources: ReadonlyMap<string, Mapping>;
}

/** Finds the `SLI` and `DataSource` documents of `openslo/v1`. A name that comes twice is refused. */
export function findCompanions(documents: readonly Mapping[]): Companions {
  return {
    indicators: byName(documents, 'SLI'),
    dataSources: byName(documents, 'DataSource'),
  };
}

function byName(
  documents: readonly Mapping[],
  kind: string,
): ReadonlyMap<string, Mapping> {
  const found = new Map<string, Mapping>();
  for (const document of documents) {
    if (!isOf(document, kind)) continue;
    const metadata = document.requiredChild('metadata');
    const name = metadata?.requiredText('name');
    if (!metadata || name === undefined) continue;
    if (found.has(name)) {
      document.problems.refuse(
        metadata.place('name'),
        `the ${kind} "${name}" is already in this file`,
      );
    } else {
      found.set(name, document);
    }
  }
  return found;
}

function isOf(document: Mapping, kind: string): boolean {
  return (
    document.source('apiVersion') === 'openslo/v1' &&
    document.source('kind') === kind
  );
}
