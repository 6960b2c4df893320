export { ChartPlace, HANDLES_HEIGHT } from './ChartPlace';
export { SharedCursor } from './cursor';
export { formatMultiple, formatValue } from './format';
export type { ScaleKind } from './scales';
export { conditionSpans } from './spans';
export { TimeChart } from './TimeChart';
export { formatMoment } from './timeAxis';
export type { ChartLine, ChartMarker, ChartSpan, Extent } from './types';
