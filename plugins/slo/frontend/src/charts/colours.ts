import { useEffect, useState, type RefObject } from 'react';
import type { ChartTone } from './types';

/** What is drawn on the canvas, in the colours of the page's theme. */
export interface ChartColours {
  tones: Record<Exclude<ChartTone, 'sign'>, string>;
  text: string;
  grid: string;
  surface: string;
  fontFamily: string;
}

const TOKENS = {
  accent: '--bui-accent-bg',
  good: '--bui-fg-positive',
  bad: '--bui-fg-negative',
  warning: '--bui-fg-warning',
  info: '--bui-fg-announcement',
  muted: '--bui-fg-secondary',
} as const;

/** The custom properties that CSS beside the canvas takes: legend and handles have the colours of the lines. */
export function toneColour(tone: ChartTone): string {
  return `var(${TOKENS[tone === 'sign' ? 'good' : tone]})`;
}

function readColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const tones = Object.fromEntries(
    Object.entries(TOKENS).map(([tone, name]) => [tone, token(name)]),
  ) as ChartColours['tones'];
  return {
    tones,
    text: token('--bui-fg-secondary'),
    grid: token('--bui-border-1'),
    surface: token('--bui-bg-neutral-1'),
    fontFamily: style.fontFamily,
  };
}

/** The theme's colours at an element; read anew when the theme changes, which shows in attributes of the page. */
export function useChartColours(
  element: RefObject<Element>,
): ChartColours | undefined {
  const [colours, setColours] = useState<ChartColours>();
  useEffect(() => {
    const read = () => {
      if (!element.current) return;
      const next = readColours(element.current);
      setColours(previous =>
        JSON.stringify(previous) === JSON.stringify(next) ? previous : next,
      );
    };
    read();
    const observer = new MutationObserver(read);
    for (const root of [document.documentElement, document.body]) {
      observer.observe(root, {
        attributeFilter: ['class', 'data-theme-mode', 'data-theme-name'],
      });
    }
    return () => observer.disconnect();
  }, [element]);
  return colours;
}

/**
 * A colour with less of it.
 *
 * @param opacity 0 to 1
 */
export function faint(colour: string, opacity: number): string {
  return `color-mix(in srgb, ${colour} ${opacity * 100}%, transparent)`;
}
