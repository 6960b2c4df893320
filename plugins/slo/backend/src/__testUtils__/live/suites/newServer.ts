import type { Server } from 'node:http';
import { toPlainRules } from '@shopstack/plugin-slo-common/rules';
import {
  startRealPrometheus,
  type StartedPrometheus,
} from '../../startRealPrometheus';
import { component, naming, startSlo } from '../../startSlo';
import { groupsOf } from '../liveFiles';
import { Portal } from '../Portal';

/** Half of its budget is spent, whatever there is to scrape. */
const FILE = `version: prometheus/v1
service: shop
slos:
  - name: share
    objective: 99
    sli: {raw: {error_ratio_query: 'avg_over_time(vector(0.005)[{{.window}}:1m])'}}
    alerting: {name: Burns}
`;

/** A server that has no past at all, as on the first day of a platform. */
// eslint-disable-next-line jest/no-export
export function tellsOfANewServer(): void {
  let prometheus: StartedPrometheus | undefined;
  afterEach(() => prometheus?.stop());

  it('calls what it measures warming up, whose rules were loaded a moment ago', async () => {
    prometheus = await startRealPrometheus({
      rules: [toPlainRules(groupsOf(FILE, 'guarded'))],
    });
    const server = await startSlo({
      instances: [{ name: 'main', url: prometheus.url }],
      slo: { maxAgeSeconds: 0.05 },
      entities: [component('shop', naming('shop'))],
    });
    const portal = new Portal(server as unknown as Server);
    const {
      items: [slo],
    } = await portal.listWhen(({ items }) =>
      items.some(({ sli }) => sli !== undefined),
    );
    expect(slo.budget.remaining).toBeCloseTo(0.5, 9);
    expect(slo.state).toBe('warming-up');
    expect(slo.filled).toBeLessThan(300 / (30 * 86_400));
  });
}
