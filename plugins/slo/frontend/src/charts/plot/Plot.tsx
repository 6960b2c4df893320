import { useEffect, useRef, useState } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useChartColours } from '../colours';
import type { Cursor } from '../cursor';
import type { Extent, PlotBox } from '../types';
import styles from './Plot.module.css';
import { plotOptions, type Picture, type PlotEvents } from './plotOptions';

export interface PlotProps {
  picture: Picture;
  /** Pixels. */
  height: number;
  cursor: Cursor;
  onZoom(extent: Extent): void;
  onReset(): void;
  /** Called when the room for the lines is known, and when it changes. */
  onLayout(box: PlotBox): void;
}

/** Moves the cursor of a drawn chart to where the page points. */
function follow(plot: UPlot, cursor: Cursor): void {
  const at = cursor.get();
  const { min = 0, max = 0 } = plot.scales.x;
  const left =
    at === undefined || at < min || at > max ? -10 : plot.valToPos(at, 'x');
  plot.setCursor({ left, top: left < 0 ? -10 : 0 }, false);
}

/**
 * The drawing of a chart, by uPlot; what it says is said beside it, in the legend and in the table. It loads when a
 * chart is first shown.
 */
export const Plot = (props: PlotProps) => {
  const { picture, height, cursor } = props;
  const root = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>();
  const colours = useChartColours(root);
  const [isMeasured, setMeasured] = useState(false);
  const size = useRef({ width: 0, height });
  const events = useRef(props);
  events.current = props;

  useEffect(() => {
    const element = root.current!;
    const observer = new ResizeObserver(() => {
      const width = Math.floor(element.clientWidth);
      size.current = { width, height };
      setMeasured(width > 0);
      // At once: by way of React the drawing would lag a frame behind its frame.
      if (width > 0) plot.current?.setSize(size.current);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [height]);

  useEffect(() => {
    if (!colours || !isMeasured) return undefined;
    const answer: PlotEvents = {
      onPoint: at => events.current.cursor.set(at),
      onZoom: extent => events.current.onZoom(extent),
      onReset: () => events.current.onReset(),
      onLayout: ({ over }) =>
        events.current.onLayout({
          left: over.offsetLeft,
          width: over.clientWidth,
        }),
    };
    const drawn = new UPlot(
      plotOptions(picture, colours, answer, size.current),
      [picture.times, ...picture.lines.map(line => line.values)],
      root.current!,
    );
    plot.current = drawn;
    follow(drawn, cursor);
    const stop = cursor.subscribe(() => follow(drawn, cursor));
    return () => {
      stop();
      plot.current = undefined;
      drawn.destroy();
    };
  }, [picture, colours, isMeasured, cursor]);

  return <div ref={root} className={styles.root} style={{ height }} />;
};
