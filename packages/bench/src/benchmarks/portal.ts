import { type Context, logFile } from '../Context';
import { type StartedPortal, startPortal } from '../portal/startPortal';
import { childEnvironment } from '../tools';

/** `npm start` in a checkout, as somebody calls it who has this machine and not our tool chain. */
export function startIn(
  context: Context,
  directory: string,
): Promise<StartedPortal> {
  return startPortal({
    directory,
    port: context.port,
    environment: childEnvironment({ PATH: context.tools.machinePath }),
    log: logFile(context, 'portal'),
  });
}

/**
 * A first start that leaves everything installed, built and filled behind; answers the Node options of its backend.
 */
export async function warmUp<T>(
  context: Context,
  read: (portal: StartedPortal) => T,
): Promise<T> {
  context.say('Warming up ours');
  const portal = await startIn(context, context.tools.root);
  try {
    return read(portal);
  } finally {
    await portal.stop();
  }
}
