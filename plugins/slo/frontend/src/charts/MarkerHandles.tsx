import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiAlertFill, RiRocket2Fill } from '@remixicon/react';
import {
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from 'react';
import { sloDetailTranslationRef } from '../detailTranslation';
import styles from './MarkerHandles.module.css';
import { placeMarkers, type MarkerPlace } from './markers';
import type { ChartMarker, Extent, PlotBox } from './types';

export interface MarkerHandlesProps {
  /** What they mark: "Deployments". */
  label: string;
  markers: ChartMarker[];
  x: Extent;
  /** The room of the lines; absent until the chart is drawn. */
  box: PlotBox | undefined;
}

/** Cards of more markers than this end in "and 12 more". */
const MOST_CARDS = 3;
const CARD_WIDTH = 320;

/** A shape of its own for what asks for a look. */
const Icon = ({ isLoud }: { isLoud: boolean | undefined }) =>
  isLoud ? (
    <RiAlertFill size={12} aria-hidden="true" />
  ) : (
    <RiRocket2Fill size={12} aria-hidden="true" />
  );

/**
 * Handles of the moments that are marked in a chart. They are one stop of the Tab key; the arrows go from one to the
 * next, and the card of a handle is open while it has the focus or the pointer.
 */
export const MarkerHandles = ({
  label,
  markers,
  x,
  box,
}: MarkerHandlesProps) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number>();
  const [stop, setStop] = useState<number>();
  const places = useMemo(
    () => (box ? placeMarkers(markers, x, box.width) : []),
    [markers, x, box],
  );
  if (!box || places.length === 0) return <div className={styles.root} />;

  // The newest is looked at first.
  const tabStop = Math.min(stop ?? places.length - 1, places.length - 1);
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const to: Record<string, number> = {
      ArrowLeft: index - 1,
      ArrowRight: index + 1,
      Home: 0,
      End: places.length - 1,
    };
    if (event.key === 'Escape') setOpen(undefined);
    const next = places[to[event.key]] && to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setStop(next);
    root.current?.querySelectorAll('button')[next]?.focus();
  };
  const nameOf = ({ markers: together }: MarkerPlace) =>
    together.length === 1
      ? together[0].label
      : `${t('chart.markers', { count: together.length })}: ${together
          .map(each => each.label)
          .join('; ')}`;
  const cardLeft = (left: number) =>
    Math.max(0, Math.min(left - CARD_WIDTH / 2, box.width - CARD_WIDTH));
  return (
    <div
      ref={root}
      role="group"
      aria-label={label}
      className={styles.root}
      style={{ marginLeft: box.left, width: box.width }}
    >
      {places.map((place, index) => {
        const newestFirst = [...place.markers].reverse();
        return (
          <span
            key={place.markers[0].id}
            onMouseEnter={() => setOpen(index)}
            onMouseLeave={() => setOpen(undefined)}
          >
            <button
              type="button"
              className={styles.handle}
              style={{ left: place.left }}
              data-loud={place.markers.some(each => each.isLoud) || undefined}
              aria-label={nameOf(place)}
              tabIndex={index === tabStop ? 0 : -1}
              onFocus={() => {
                setStop(index);
                setOpen(index);
              }}
              onBlur={(event: FocusEvent) => {
                const next = event.relatedTarget as Element | null;
                if (!event.currentTarget.parentElement?.contains(next)) {
                  setOpen(undefined);
                }
              }}
              onClick={() => setOpen(index)}
              onKeyDown={event => onKeyDown(event, index)}
            >
              {place.markers.length > 1 ? (
                place.markers.length
              ) : (
                <Icon isLoud={place.markers[0].isLoud} />
              )}
            </button>
            {open === index && (
              <div
                className={styles.card}
                style={{ left: cardLeft(place.left), width: CARD_WIDTH }}
              >
                {newestFirst.slice(0, MOST_CARDS).map(marker => (
                  <div key={marker.id}>{marker.card}</div>
                ))}
                {newestFirst.length > MOST_CARDS && (
                  <p>
                    {t('chart.moreMarkers', {
                      count: newestFirst.length - MOST_CARDS,
                    })}
                  </p>
                )}
              </div>
            )}
          </span>
        );
      })}
    </div>
  );
};
