import { runToEnd } from '../process/runToEnd';
import type { Context } from '../Context';
import type { StockApp } from './StockApp';

/** The seconds that Yarn says it needed to resolve versions, of its log; 0 when it says nothing. */
export function resolutionSeconds(log: string): number {
  const step = /Resolution step[^]*?└ Completed(?: in ([^\n]*))?/.exec(
    log,
  )?.[1];
  let seconds = 0;
  for (const [, amount, unit] of (step ?? '').matchAll(/(\d+)(ms|m|s)/g)) {
    seconds += Number(amount) * { m: 60, s: 1, ms: 0.001 }[unit as 'm'];
  }
  return seconds;
}

/** `yarn install`, in seconds. */
export function installStock(
  { tools }: Context,
  stock: StockApp,
): Promise<number> {
  return runToEnd(tools.node, [tools.yarn, 'install'], {
    cwd: stock.root,
    environment: stock.yarnEnvironment,
    log: stock.log('install'),
  });
}

/** Builds the web app, in seconds. The backend runs from its sources, as ours does. */
export function buildStock(
  { tools }: Context,
  stock: StockApp,
): Promise<number> {
  return runToEnd(
    tools.node,
    [stock.path('node_modules/.bin/backstage-cli'), 'package', 'build'],
    {
      cwd: stock.path('packages/app'),
      environment: stock.yarnEnvironment,
      log: stock.log('build'),
    },
  );
}
