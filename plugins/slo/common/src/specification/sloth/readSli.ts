import type { Sli } from '../SloSpecification';
import { readQuery } from '../checks/queries';
import type { Mapping } from '../yaml/Mapping';
import type { Spelling } from './spelling';

const KINDS = ['events', 'raw', 'plugin'];

/** Reads what an objective measures: `events` or `raw`, exactly one of them. Plugins are programs, which are not run. */
export function readSli(slo: Mapping, spelling: Spelling): Sli | undefined {
  const sli = slo.requiredChild('sli');
  if (!sli) return undefined;
  sli.only(KINDS);
  const given = KINDS.filter(kind => sli.has(kind));
  if (given.length !== 1) {
    sli.problems.refuse(
      slo.place('sli'),
      given.length === 0
        ? 'needs "events" or "raw"'
        : `only one of ${given.map(kind => `"${kind}"`).join(' and ')} can be given`,
    );
    return undefined;
  }
  switch (given[0]) {
    case 'events':
      return readEvents(sli, spelling);
    case 'raw':
      return readRaw(sli, spelling);
    default:
      sli.problems.refuse(
        sli.keyPlace('plugin'),
        'SLI plugins are not supported: write the query under "events" or "raw"',
      );
      return undefined;
  }
}

function readEvents(sli: Mapping, spelling: Spelling): Sli | undefined {
  const events = sli.child('events');
  if (!events) return undefined;
  const { errorQuery: errorKey, totalQuery: totalKey } = spelling;
  events.only([errorKey, totalKey]);
  const errorQuery = readQuery(events, errorKey);
  const totalQuery = readQuery(events, totalKey);
  if (errorQuery === undefined || totalQuery === undefined) return undefined;
  if (errorQuery.trim() === totalQuery.trim()) {
    events.problems.refuse(
      events.place(totalKey),
      `"${errorKey}" and "${totalKey}" are the same: every event would be an error`,
    );
    return undefined;
  }
  return { kind: 'events', errorQuery, totalQuery };
}

function readRaw(sli: Mapping, spelling: Spelling): Sli | undefined {
  const raw = sli.child('raw');
  if (!raw) return undefined;
  const { errorRatioQuery: keys } = spelling;
  raw.only(keys);
  const [key = keys[0], second] = keys.filter(each => raw.has(each));
  if (second) {
    raw.problems.refuse(
      raw.keyPlace(second),
      `"${key}" and "${second}" are the same field: only one can be given`,
    );
  }
  const errorRatioQuery = readQuery(raw, key);
  return errorRatioQuery === undefined
    ? undefined
    : { kind: 'raw', errorRatioQuery };
}
