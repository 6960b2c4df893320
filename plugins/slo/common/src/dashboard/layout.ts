import type { Panel } from './panel';

/** A panel and its size; the grid is 24 wide. */
export interface Cell {
  panel: Panel;
  width: number;
  height: number;
}

/** Puts lines of panels below one another and numbers them from 1. Shorter panels of a line leave a gap. */
export function layOut(lines: Cell[][]): object[] {
  const placed: object[] = [];
  let y = 0;
  for (const cells of lines) {
    let x = 0;
    for (const { panel, width, height } of cells) {
      placed.push({
        id: placed.length + 1,
        ...panel,
        gridPos: { x, y, w: width, h: height },
      });
      x += width;
    }
    y += Math.max(...cells.map(({ height }) => height));
  }
  return placed;
}

/** Panels that share the whole width evenly. */
export function line(height: number, panels: Panel[]): Cell[] {
  const width = Math.floor(24 / panels.length);
  return panels.map(panel => ({ panel, width, height }));
}
