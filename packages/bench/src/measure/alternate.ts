import type { Sample } from './Sample';

export type SideName = 'ours' | 'stock';

/** ABBA: whatever drifts on the machine meets both sides alike. */
export function abbaOrder(pairs: number): SideName[] {
  return Array.from({ length: pairs }, (_, index): SideName[] =>
    index % 2 === 0 ? ['ours', 'stock'] : ['stock', 'ours'],
  ).flat();
}

/** Runs both sides one after the other in ABBA order; each list is in the order of its runs. */
export async function alternate(
  pairs: number,
  sides: Record<SideName, () => Promise<Sample>>,
  onSample: (side: SideName, sample: Sample) => void = () => {},
): Promise<Record<SideName, Sample[]>> {
  const samples: Record<SideName, Sample[]> = { ours: [], stock: [] };
  for (const side of abbaOrder(pairs)) {
    const sample = await sides[side]();
    samples[side].push(sample);
    onSample(side, sample);
  }
  return samples;
}
