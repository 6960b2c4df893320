import {
  type AlertWindow,
  type AlertWindows,
  SLOTH_WINDOWS_28D,
  SLOTH_WINDOWS_30D,
} from '../domain';
import type { GeneratorMode } from './GeneratorOptions';

const WEEK = 7 * 86_400;

/**
 * The pairs of windows for a period. Sloth knows only the periods that it has windows for. Guarded mode makes them for
 * any period from a week on: the windows and the burn rates of 30 days, so that the share of the budget changes. (With
 * the shares kept, a quarter would page only above 43 times the budget.)
 *
 * @returns undefined where there are none
 */
export function alertWindowsFor(
  periodSeconds: number,
  mode: GeneratorMode,
  catalog: AlertWindows[] = [SLOTH_WINDOWS_30D, SLOTH_WINDOWS_28D],
): AlertWindows | undefined {
  const known = catalog.find(each => each.periodSeconds === periodSeconds);
  if (known || mode === 'sloth' || periodSeconds < WEEK) return known;
  const { page, ticket, periodSeconds: usual } = SLOTH_WINDOWS_30D;
  const scaled = (window: AlertWindow): AlertWindow => ({
    ...window,
    errorBudgetPercent: (window.errorBudgetPercent * usual) / periodSeconds,
  });
  return {
    periodSeconds,
    page: { quick: scaled(page.quick), slow: scaled(page.slow) },
    ticket: { quick: scaled(ticket.quick), slow: scaled(ticket.slow) },
  };
}
