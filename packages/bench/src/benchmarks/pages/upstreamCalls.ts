import type { Context } from '../../Context';
import { type Counted, countCalls } from '../../lab/countCalls';
import { type Lab, type LabSide, openLab } from '../../lab/Lab';
import { pools } from '../../lab/pools';
import type { Service } from '../../lab/services';
import type { Line } from '../../measure/judgeLines';
import { revisionsOf } from '../../stubs/content/applications';
import { argocdInstances } from '../../stubs/settings';
import type { View, Viewer } from '../../views/View';
import { viewUntilComplete } from '../../views/viewUntilComplete';
import type { PeersBenchmark } from '../againstPeers';
import { newestShown } from './newestShown';

/** BatchGetProjects and BatchGetBuilds beside one ListBuildsForProject for each project. */
const codebuildCalls = (projects: number) => projects + 2;

interface Page {
  what: string;
  kind: keyof Viewer;
  service: Service;
  atMost: number;
}

const [one, five, twenty] = pools.calls;
const revisions = revisionsOf(twenty.name).length;

const pages: Page[] = [
  {
    what: 'ECR, 2,500 images',
    kind: 'images',
    service: twenty,
    atMost: Math.ceil(2500 / 1000),
  },
  ...[one, five, twenty].map(
    (service): Page => ({
      what: `CodeBuild, ${service.projects.length} projects`,
      kind: 'builds',
      service,
      atMost: codebuildCalls(service.projects.length),
    }),
  ),
  {
    what: `Argo CD, ${argocdInstances} instances, ${revisions} revisions`,
    kind: 'applications',
    service: twenty,
    atMost: argocdInstances + revisions,
  },
];

function count(lab: Lab, side: LabSide, { kind, service }: Page) {
  return countCalls(lab.stubs, () =>
    viewUntilComplete(side.viewer, kind, service.name),
  );
}

async function pageLines(lab: Lab, page: Page): Promise<Line[]> {
  const cold = await count(lab, lab.ours, page);
  const warm = await count(lab, lab.ours, page);
  const first = lab.peers && (await count(lab, lab.peers, page));
  const again = lab.peers && (await count(lab, lab.peers, page));
  const line = (
    view: string,
    ours: Counted<View>,
    peer: Counted<View> | undefined,
    atMost: number,
  ): Line => ({
    what: `${page.what}, ${view}`,
    unit: 'calls',
    ours: ours.calls,
    peer: peer?.calls,
    goal: { atMost },
    details: {
      ours: ours.summary.operations,
      peer: peer?.summary.operations,
    },
  });
  return [
    line('cold', cold, first, page.atMost),
    line('warm', warm, again, 0),
    ...(page.kind === 'images'
      ? [newestShown(page.service, cold.value, first?.value)]
      : []),
  ];
}

async function measure(context: Context): Promise<Line[]> {
  const lab = await openLab(context);
  await lab.stubs.set({ latencyMs: 20, rates: {} });
  const lines: Line[] = [];
  for (const page of pages) {
    context.say(`B1: ${page.what}`);
    lines.push(...(await pageLines(lab, page)));
  }
  return lines;
}

export const upstreamCalls: PeersBenchmark = {
  name: 'B1',
  title: 'upstream calls of a page view',
  goal: 'ECR 3, CodeBuild P + 2, Argo CD 3 + revisions once; warm 0',
  measure,
};
