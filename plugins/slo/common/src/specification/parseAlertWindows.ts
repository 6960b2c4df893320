import type { AlertWindow, AlertWindows } from '../domain/alertWindows';
import { parseDuration } from '../domain/duration';
import type { SloProblem } from './SloSpecification';
import type { Mapping } from './yaml/Mapping';
import { readMappings } from './yaml/readYaml';

const API_VERSION = 'sloth.slok.dev/v1';
const KIND = 'AlertWindows';

/**
 * Reads a file of alert windows, `AlertWindows` of `sloth.slok.dev/v1`, as Sloth takes them by its option for the path of
 * windows. Nothing throws; there are windows exactly when there is no problem.
 *
 * @param options - `file` names the file in problems.
 */
export function parseAlertWindows(
  text: string,
  options: { file: string },
): { windows?: AlertWindows; problems: SloProblem[] } {
  const { mappings, problems } = readMappings(text, options.file);
  const [document, second] = mappings;
  if (second) {
    problems.refuse(second, 'a file of alert windows holds one document');
  }
  const windows = document && readWindows(document);
  const found = problems.list();
  return {
    ...(windows && found.length === 0 ? { windows } : {}),
    problems: found,
  };
}

function readWindows(document: Mapping): AlertWindows | undefined {
  const { problems } = document;
  document.only(['apiVersion', 'kind', 'metadata', 'spec']);
  for (const [key, expected] of [
    ['apiVersion', API_VERSION],
    ['kind', KIND],
  ]) {
    const given = document.requiredText(key);
    if (given !== undefined && given !== expected) {
      problems.refuse(document.place(key), `must be "${expected}"`);
    }
  }
  const spec = document.requiredChild('spec');
  if (!spec) return undefined;
  spec.only(['sloPeriod', 'page', 'ticket']);
  const periodSeconds = readDuration(spec, 'sloPeriod');
  const page = readPair(spec, 'page');
  const ticket = readPair(spec, 'ticket');
  return periodSeconds && page && ticket
    ? { periodSeconds, page, ticket }
    : undefined;
}

function readPair(
  spec: Mapping,
  key: string,
): AlertWindows['page'] | undefined {
  const pair = spec.requiredChild(key);
  if (!pair) return undefined;
  pair.only(['quick', 'slow']);
  const quick = readWindow(pair, 'quick');
  const slow = readWindow(pair, 'slow');
  return quick && slow ? { quick, slow } : undefined;
}

function readWindow(pair: Mapping, key: string): AlertWindow | undefined {
  const window = pair.requiredChild(key);
  if (!window) return undefined;
  window.only(['errorBudgetPercent', 'shortWindow', 'longWindow']);
  const errorBudgetPercent = window.requiredNumber('errorBudgetPercent');
  if (
    errorBudgetPercent !== undefined &&
    !(errorBudgetPercent > 0 && errorBudgetPercent <= 100)
  ) {
    window.problems.refuse(
      window.place('errorBudgetPercent'),
      'must be above 0 and at most 100',
    );
  }
  const shortSeconds = readDuration(window, 'shortWindow');
  const longSeconds = readDuration(window, 'longWindow');
  if (!errorBudgetPercent || !shortSeconds || !longSeconds) return undefined;
  if (shortSeconds >= longSeconds) {
    window.problems.refuse(
      window.place('shortWindow'),
      'the short window must be shorter than the long one',
    );
  }
  return { errorBudgetPercent, shortSeconds, longSeconds };
}

function readDuration(mapping: Mapping, key: string): number | undefined {
  const text = mapping.requiredText(key);
  if (text === undefined) return undefined;
  const seconds = parseDuration(text);
  if (seconds === undefined) {
    mapping.problems.refuse(
      mapping.place(key),
      'must be a duration above 0 as Prometheus writes it, as in 5m, 1h30m or 30d',
    );
  }
  return seconds;
}
