import { labelsOf } from '../promql';
import { expandTemplate } from './expandTemplate';

describe('expandTemplate', () => {
  const labels = labelsOf({ service: 'order', severity: 'page' });

  it.each([
    ['(page) {{$labels.service}} is down', 0, '(page) order is down'],
    ['{{ .Labels.severity }}/{{ $labels.missing }}', 0, 'page/'],
    ['{{ $value }}', 0.25, '0.25'],
    ['{{ $value | humanizePercentage }}', 0.02345678, '2.346%'],
    ['{{ $value | humanize }}', 1_234_567, '1.235M'],
    ['{{ $value | humanizeDuration }}', 93_784, '1d 2h 3m 4s'],
    ['{{ $value | humanizeDuration }}', 0.25, '250ms'],
  ])('expands %s of %d', (template, value, expected) => {
    expect(expandTemplate(template, labels, value)).toBe(expected);
  });

  it('says so where it cannot', () => {
    expect(expandTemplate('{{ printf "%d" 1 }}', labels, 0)).toContain(
      'error expanding template',
    );
  });
});
