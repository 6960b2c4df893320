import { SLOTH_WINDOWS_28D } from '../domain';
import { changed, marked, told } from './__testUtils__/marked';
import { parseAlertWindows } from './parseAlertWindows';

const FILE = `# Windows of the SRE workbook for four weeks.
apiVersion: sloth.slok.dev/v1
kind: AlertWindows
spec:
  sloPeriod: 4w
  page:
    quick:
      errorBudgetPercent: 2
      shortWindow: 5m
      longWindow: 1h
    slow:
      errorBudgetPercent: 5
      shortWindow: 30m
      longWindow: 6h
  ticket:
    quick:
      errorBudgetPercent: 10
      shortWindow: 2h
      longWindow: 1d
    slow:
      errorBudgetPercent: 10
      shortWindow: 6h
      longWindow: 72h
`;

const parse = (text: string) =>
  parseAlertWindows(text, { file: 'windows.yaml' });

describe('a file of alert windows', () => {
  it('gives the period and its four pairs', () => {
    expect(parse(FILE)).toEqual({ windows: SLOTH_WINDOWS_28D, problems: [] });
  });

  it.each([
    [
      'apiVersion: sloth.slok.dev/v1',
      'apiVersion: ¶sloth.slok.dev/v2',
      'apiVersion: must be "sloth.slok.dev/v1"',
    ],
    [
      'kind: AlertWindows',
      'kind: ¶PrometheusServiceLevel',
      'kind: must be "AlertWindows"',
    ],
    [
      'apiVersion: sloth.slok.dev/v1',
      '¶version: alertWindows/v1',
      'version: unknown field "version"; did you mean "apiVersion"?',
    ],
    [
      'sloPeriod: 4w',
      'sloPeriod: ¶1M',
      'spec.sloPeriod: must be a duration above 0 as Prometheus writes it, as in 5m, 1h30m or 30d',
    ],
    [
      'sloPeriod: 4w',
      'sloPeriod: ¶0d',
      'spec.sloPeriod: must be a duration above 0 as Prometheus writes it, as in 5m, 1h30m or 30d',
    ],
    [
      'sloPeriod: 4w',
      'sloPeriod: ¶28',
      'spec.sloPeriod: must be text, this is a number',
    ],
    [
      '  sloPeriod: 4w\n  page',
      '  ¶page',
      'spec.sloPeriod: "sloPeriod" is missing',
    ],
    [
      'errorBudgetPercent: 2\n',
      'errorBudgetPercent: ¶0\n',
      'spec.page.quick.errorBudgetPercent: must be above 0 and at most 100',
    ],
    [
      'errorBudgetPercent: 5\n',
      'errorBudgetPercent: ¶101\n',
      'spec.page.slow.errorBudgetPercent: must be above 0 and at most 100',
    ],
    [
      'shortWindow: 2h',
      'shortWindow: ¶1d',
      'spec.ticket.quick.shortWindow: the short window must be shorter than the long one',
    ],
    [
      'longWindow: 6h',
      '¶longwindow: 6h',
      'spec.page.slow.longwindow: unknown field "longwindow"; did you mean "longWindow"?',
    ],
    [
      'ticket:',
      '¶tickets:',
      'spec.tickets: unknown field "tickets"; did you mean "ticket"?',
    ],
  ])('with %j as %j is refused', (part, to, problem) => {
    const { text, line, column } = marked(changed(FILE, part, to));
    const { windows, problems } = parse(text);
    expect(told(problems)).toContain(`${line}:${column} ${problem}`);
    expect(windows).toBeUndefined();
  });

  it.each([
    ['', '1:1: the file is empty'],
    [`${FILE}---\n${FILE}`, '26:1: a file of alert windows holds one document'],
  ])('holds one document', (text, problem) => {
    const { windows, problems } = parse(text);
    expect(told(problems)).toEqual([problem]);
    expect(windows).toBeUndefined();
  });
});
