import {
  generateRules,
  toPlainRules,
} from '@shopstack/plugin-slo-common/rules';
import type { BenchObjective } from './objectives';

/** The rules of the objectives, as our generator makes them. */
export function benchRules(objectives: BenchObjective[]): string {
  const groups = objectives.map(({ service, name, objective }) =>
    generateRules(
      {
        format: 'prometheus/v1',
        slos: [
          {
            service,
            name,
            objective,
            labels: {},
            sli: {
              kind: 'events',
              errorQuery: `sum(rate(http_requests_total{service="${service}",status=~"5.."}[{{.window}}]))`,
              totalQuery: `sum(rate(http_requests_total{service="${service}"}[{{.window}}]))`,
            },
            budgeting: { method: 'occurrences' },
            alerting: {
              name: 'ErrorBudgetBurn',
              labels: {},
              annotations: {},
              page: { disable: false, labels: {}, annotations: {} },
              ticket: { disable: false, labels: {}, annotations: {} },
            },
            line: 1,
          },
        ],
      },
      { mode: 'guarded' },
    ),
  );
  return toPlainRules(groups.flat());
}
