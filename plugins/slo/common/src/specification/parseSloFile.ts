import type { ParsedSloFile, SloDocument } from './SloSpecification';
import { sloId } from './SloSpecification';
import { findCompanions } from './openslo/Companions';
import { readDocument } from './readDocument';
import type { Problems } from './yaml/Problems';
import { readMappings } from './yaml/readYaml';

const THIRTY_DAYS = 30 * 86_400;

/**
 * Reads the objectives of an SLO file: YAML of one or several documents, each `prometheus/v1`, a `PrometheusServiceLevel`,
 * `openslo/v1` or `openslo/v1alpha`.
 *
 * Nothing throws. What is wrong is told with its place and refused alone: an objective without the others of its document,
 * a document without the others of the file. Only a file that cannot be taken apart (too long, too deep, no YAML) is
 * refused whole.
 *
 * @param options - `file` names the file in problems; `defaultPeriodSeconds` is the time window of objectives that state
 *   none, 30 days when it is left out.
 */
export function parseSloFile(
  text: string,
  options: { file: string; defaultPeriodSeconds?: number },
): ParsedSloFile {
  const { file, defaultPeriodSeconds = THIRTY_DAYS } = options;
  const { mappings, problems } = readMappings(text, file);
  const context = {
    companions: findCompanions(mappings),
    defaultPeriodSeconds,
  };
  const documents = mappings
    .map(mapping => readDocument(mapping, context))
    .filter(document => document !== undefined);
  return {
    documents: withoutDuplicates(documents, problems),
    problems: problems.list(),
    warnings: problems.listNotes(),
  };
}

/** Leaves out what states an objective again, and documents that have none left. */
function withoutDuplicates(
  documents: readonly SloDocument[],
  problems: Problems,
): SloDocument[] {
  const lines = new Map<string, number>();
  return documents
    .map(document => ({
      ...document,
      slos: document.slos.filter(slo => {
        const id = sloId(slo);
        const first = lines.get(id);
        if (first === undefined) {
          lines.set(id, slo.line);
          return true;
        }
        problems.refuseLine(
          slo.line,
          `the objective "${id}" is already stated in line ${first}`,
        );
        return false;
      }),
    }))
    .filter(({ slos }) => slos.length > 0);
}
