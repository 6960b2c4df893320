import type { Context } from '../Context';
import { serviceToken } from '../hosts/hostConfig';
import { type Host, startHost } from '../hosts/startHost';
import { peers } from '../peers/peerPackages';
import { providePeers } from '../peers/providePeers';
import { region } from '../stubs/settings';
import { Stubs } from '../stubs/Stubs';
import { ourViewer } from '../views/ourViewer';
import { peerViewer } from '../views/peerViewer';
import type { Viewer } from '../views/View';
import { ourPlugins } from './ourPlugins';
import { pageConfig } from './pageConfig';
import { allServices } from './pools';
import { toEntity } from './services';

/** One side with its running backend. */
export interface LabSide {
  host: Host;
  /** A signed-in person. */
  viewer: Viewer;
  /** Another service with a static token: whom nobody has to ask whether it may. */
  service: Viewer;
}

/** The stubs and a backend of each side, shared by the benchmarks of pages. */
export interface Lab {
  stubs: Stubs;
  ours: LabSide;
  /** Absent when they cannot be installed or started; then ours is held to its goals alone. */
  peers?: LabSide;
}

const labs = new WeakMap<Context, Promise<Lab>>();

/** Starts the lab for the first who asks; everything ends with the run. */
export function openLab(context: Context): Promise<Lab> {
  const lab = labs.get(context) ?? startLab(context);
  labs.set(context, lab);
  return lab;
}

/** The peers are not ours to mend: without them ours is still held to its goals. */
const sayMissing = (context: Context) => (error: Error) => {
  context.say(`peer not available: ${error.message}`);
  return undefined;
};

async function startLab(context: Context): Promise<Lab> {
  const stubs = await Stubs.start(context);
  const folder = await providePeers(context).catch(sayMissing(context));
  context.say('Starting the backends and filling their catalogs');
  const [ours, theirs] = await Promise.all([
    startOurs(context, stubs),
    folder
      ? startPeers(context, stubs, folder).catch(sayMissing(context))
      : undefined,
  ]);
  return { stubs, ours, peers: theirs };
}

async function startOurs(context: Context, stubs: Stubs): Promise<LabSide> {
  const host = await startHost(context, {
    name: 'pages-ours',
    plugins: ourPlugins(context),
    idle: true,
    port: context.port,
    stubs: stubs.addresses,
    entities: allServices.map(service => toEntity(service, 'ours')),
    config: pageConfig(stubs.addresses),
  });
  return {
    host,
    viewer: ourViewer(host.address, host.token),
    service: ourViewer(host.address, serviceToken),
  };
}

async function startPeers(
  context: Context,
  stubs: Stubs,
  folder: string,
): Promise<LabSide> {
  const host = await startHost(context, {
    name: 'pages-peers',
    plugins: {
      folder,
      packages: Object.values(peers).map(({ name }) => name),
    },
    idle: true,
    port: context.port + 50,
    stubs: stubs.addresses,
    entities: allServices.map(service => toEntity(service, 'peers')),
    environment: {
      // They have no setting for the address; the SDK reads this.
      AWS_ENDPOINT_URL: stubs.addresses.aws,
      AWS_REGION: region,
    },
  });
  return {
    host,
    viewer: peerViewer(host.address, host.token),
    service: peerViewer(host.address, serviceToken),
  };
}
