import { PromqlExecutionError } from '../errors';
import { formatValue } from '../formatValue';
import { withLabels } from '../labels';
import { VectorSeries, emptySeries } from '../values';
import { SeriesGroup } from './grouping';

/** `count_values`: how many members have each value, the value put into a label. */
export function countValues(
  group: SeriesGroup,
  label: string,
  length: number,
): VectorSeries[] {
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label)) {
    throw new PromqlExecutionError(`invalid label name "${label}"`);
  }
  const byValue = new Map<string, VectorSeries>();
  for (const member of group.members) {
    for (let i = 0; i < length; i++) {
      if (member.present[i] === 0) continue;
      const text = formatValue(member.values[i]);
      let result = byValue.get(text);
      if (!result) {
        const labels = withLabels(group.labels, [[label, text]]);
        result = emptySeries(labels, length);
        byValue.set(text, result);
      }
      result.values[i]++;
      result.present[i] = 1;
    }
  }
  return [...byValue.values()];
}
