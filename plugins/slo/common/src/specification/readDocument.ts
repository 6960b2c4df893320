import type { SloDocument } from './SloSpecification';
import type { Companions } from './openslo/Companions';
import { readOpenSlo } from './openslo/readOpenSlo';
import { readOpenSloAlpha } from './openslo/readOpenSloAlpha';
import { readSlothFile, readSlothObject } from './sloth/readSlothDocument';
import type { Mapping } from './yaml/Mapping';
import { suggestName } from './yaml/nearestName';

/** What the documents of a file are read with. */
export interface ReadContext {
  companions: Companions;
  defaultPeriodSeconds: number;
}

type Read = (
  document: Mapping,
  context: ReadContext,
) => SloDocument | undefined;

/** Documents that state no objectives: they stand beside them, and are read where an objective refers to them. */
const nothing: Read = () => undefined;

/** By `apiVersion`, then by `kind`. */
const READERS: Record<string, Record<string, Read>> = {
  'sloth.slok.dev/v1': {
    PrometheusServiceLevel: readSlothObject,
    AlertWindows: document => {
      document.problems.refuse(
        document.place('kind'),
        'this states windows of alerts, no objectives: windows are read from their own files',
      );
      return undefined;
    },
  },
  'openslo/v1': {
    SLO: (document, { companions, defaultPeriodSeconds }) =>
      readOpenSlo(document, companions, defaultPeriodSeconds),
    SLI: nothing,
    Service: nothing,
    DataSource: nothing,
    AlertPolicy: nothing,
    AlertCondition: nothing,
    AlertNotificationTarget: nothing,
    BudgetAdjustment: nothing,
  },
  'openslo/v1alpha': { SLO: readOpenSloAlpha, Service: nothing },
};
const VERSION = 'prometheus/v1';

/** Reads one document of an SLO file by the format that it names. Undefined when it states no objectives. */
export function readDocument(
  document: Mapping,
  context: ReadContext,
): SloDocument | undefined {
  const { problems } = document;
  if (document.has('version') && !document.has('apiVersion')) {
    const version = document.requiredText('version');
    if (version === VERSION) return readSlothFile(document);
    if (version !== undefined) {
      problems.refuse(
        document.place('version'),
        `the version "${version}" is not read, only "${VERSION}"`,
      );
    }
    return undefined;
  }
  if (!document.has('apiVersion')) {
    problems.refuse(
      document.place('version'),
      `this names no format: "version: ${VERSION}", or "apiVersion" and "kind", is missing`,
    );
    return undefined;
  }
  const apiVersion = document.requiredText('apiVersion');
  if (apiVersion === undefined) return undefined;
  const readers = new Map(Object.entries(READERS)).get(apiVersion);
  if (!readers) {
    problems.refuse(
      document.place('apiVersion'),
      `the version "${apiVersion}" is not read; ${suggestName(apiVersion, Object.keys(READERS))}`,
    );
    return undefined;
  }
  const kind = document.requiredText('kind');
  if (kind === undefined) return undefined;
  const read = new Map(Object.entries(readers)).get(kind);
  if (!read) {
    problems.refuse(
      document.place('kind'),
      `the kind "${kind}" is not read; ${suggestName(kind, Object.keys(readers))}`,
    );
    return undefined;
  }
  return read(document, context);
}
