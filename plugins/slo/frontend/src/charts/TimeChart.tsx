import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { sloDetailTranslationRef } from '../detailTranslation';
import { DrawingPlace, HANDLES_HEIGHT } from './ChartPlace';
import { useCursor } from './cursor';
import { CursorSlider } from './CursorSlider';
import { formatValue } from './format';
import { Legend } from './Legend';
import { MarkerHandles } from './MarkerHandles';
import { extentOf, type ScaleKind } from './scales';
import styles from './TimeChart.module.css';
import type {
  ChartLine,
  ChartMarker,
  ChartSpan,
  ChartUnit,
  Extent,
  PlotBox,
} from './types';
import { ValuesTable } from './ValuesTable';

/** Some browsers of people who need to see little have no canvas, and neither have tests. */
const canDraw = () => typeof CanvasRenderingContext2D !== 'undefined';

/** The library comes with the page that draws, and not with the portal. */
const loadPlot = () => import('./plot').then(m => ({ default: m.Plot }));

// While the values are on their way. A failure shows when the chart is drawn.
if (canDraw()) loadPlot().catch(() => {});

const Plot = lazy(loadPlot);

const NO_MARKERS: ChartMarker[] = [];
const NO_SPANS: ChartSpan[] = [];

export interface TimeChartProps {
  /** What it shows, for screen readers and the table. */
  title: string;
  /** Unix seconds, ascending. */
  times: number[];
  lines: ChartLine[];
  unit: ChartUnit;
  /** Words of a value, where those of the unit are not fine enough. */
  format?(value: number): string;
  /** The stretch of time that is shown; it may be wider than the values. */
  x: Extent;
  scale: ScaleKind;
  /** True to come as close as the values allow. */
  fit?: boolean;
  /** With room for handles above the drawing. */
  markers?: ChartMarker[];
  /** What the markers mark. */
  markersLabel?: string;
  /** Vertical lines without handles, Unix seconds. */
  moments?: number[];
  spans?: ChartSpan[];
  /** Pixels of the drawing. */
  height: number;
  asTable: boolean;
  /** Somebody marked a stretch of time. */
  onZoom(extent: Extent): void;
  /** Somebody asked for the whole again. */
  onReset(): void;
}

/**
 * Lines over time: drawn by uPlot, told by a legend, a slider and a table. All charts within a `SharedCursor` point at
 * the same moment.
 */
export const TimeChart = (props: TimeChartProps) => {
  const { title, times, lines, unit, x, scale, fit = false, height } = props;
  const { markers = NO_MARKERS, spans = NO_SPANS, moments } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const cursor = useCursor();
  const [box, setBox] = useState<PlotBox>();
  const format = props.format ?? (value => formatValue(unit, value));
  const [from, to] = x;
  const picture = useMemo(() => {
    const extent: Extent = [from, to];
    return {
      times,
      lines,
      unit,
      x: extent,
      y: extentOf(scale, fit, { times, lines, x: extent }),
      moments: moments ?? markers.map(marker => marker.at),
      spans,
    };
  }, [times, lines, unit, from, to, scale, fit, moments, markers, spans]);
  const onLayout = useCallback(
    ({ left, width }: PlotBox) =>
      setBox(before =>
        before?.left === left && before.width === width
          ? before
          : { left, width },
      ),
    [],
  );
  const hasHandles = props.markers !== undefined;
  const place = height + (hasHandles ? HANDLES_HEIGHT : 0);
  return (
    <div className={styles.root}>
      <Legend times={times} lines={lines} cursor={cursor} format={format} />
      {props.asTable ? (
        <ValuesTable
          title={title}
          times={times}
          lines={lines}
          format={format}
          height={place}
        />
      ) : (
        <>
          {hasHandles && (
            <MarkerHandles
              label={props.markersLabel ?? title}
              markers={markers}
              x={picture.x}
              box={box}
            />
          )}
          <CursorSlider
            title={title}
            times={times}
            lines={lines}
            cursor={cursor}
            format={format}
            onZoom={props.onZoom}
          >
            {canDraw() ? (
              <Suspense fallback={<Skeleton width="100%" height={height} />}>
                <Plot
                  picture={picture}
                  height={height}
                  cursor={cursor}
                  onZoom={props.onZoom}
                  onReset={props.onReset}
                  onLayout={onLayout}
                />
              </Suspense>
            ) : (
              <DrawingPlace height={height}>
                {t('chart.cannotDraw')}
              </DrawingPlace>
            )}
          </CursorSlider>
        </>
      )}
    </div>
  );
};
