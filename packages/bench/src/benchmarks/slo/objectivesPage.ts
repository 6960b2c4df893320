import type { PeersBenchmark } from '../againstPeers';
import { BenchPrometheus } from './BenchPrometheus';
import { benchRules } from './benchRules';
import { firstChartLines } from './firstChart';
import { LatePath } from './LatePath';
import { objectives } from './objectives';
import { pastSamples, presentSamples } from './openMetrics';
import { overviewLines } from './overview';
import { startSloHost } from './startSloHost';

/** B9: the objectives' pages over a real Prometheus. */
export const objectivesPage: PeersBenchmark = {
  name: 'B9',
  title: `the page of ${objectives.length} objectives, and the first chart of one`,
  goal: 'at most 10 queries, 0 when warm, 1.2 x one raw query; numbers as the samples say',
  async measure(context) {
    const now = Math.floor(Date.now() / 1000);
    context.say('B9: filling a Prometheus');
    const prometheus = await BenchPrometheus.start(context, {
      samples: [presentSamples(objectives, now), pastSamples(objectives, now)],
      rules: benchRules(objectives),
    });
    const path = await LatePath.to(prometheus.url);
    context.say('B9: starting two backends');
    const host = { prometheus: path.url };
    const always = await startSloHost(context, {
      ...host,
      port: context.port,
      always: true,
    });
    const kept = await startSloHost(context, {
      ...host,
      port: context.port + 50,
    });
    try {
      context.say('B9: the page of all objectives');
      const overview = await overviewLines({ always, kept }, path);
      context.say('B9: the first chart');
      return [...overview, ...(await firstChartLines(kept, path))];
    } finally {
      await Promise.all([always.stop(), kept.stop()]);
      await path.close();
      await prometheus.stop();
    }
  },
};
