import { mkdirSync } from 'node:fs';
import { type ControlAnswer, controlAnswer, createControl } from './control';
import {
  createSimulators,
  CREDENTIALS,
  placeOf,
  SIMULATOR_NAMES,
  type SimulatorName,
} from './createSimulators';
import { Gate } from './http/Gate';
import { PortMemory } from './http/PortMemory';
import { createReactions } from './reactions';
import { seedWorld } from './seed';
import { createWorld, type OwnedWorld } from './world';

export interface SimulatorsOptions {
  /** Where the world lies; made when it does not exist. */
  stateDirectory: string;
  /** Port of the control address; the others follow it where they are free. 0 (default) for free ports only. */
  port?: number;
  /** Folder with `repositories/` and `history.yaml` that a new world starts from; without it the repositories start empty. */
  examples?: string;
  /** A GitOps repository to use a copy of in place of the demo's. */
  gitops?: string;
  /** Default 1, or what the world had. */
  pace?: number;
  /** The simulators to start beside the forge, for a test that needs no more; all when absent. */
  only?: readonly SimulatorName[];
  log?: (message: string) => void;
}

export interface RunningSimulators {
  world: OwnedWorld;
  /** Name to `http://localhost:PORT`. */
  addresses: Record<string, string>;
  controlUrl: string;
  /** What `GET /` of the control address answers. */
  answer(): ControlAnswer;
  /** Ends all connections, waits for steps that run, and closes the world. */
  stop(): Promise<void>;
}

/** Starts all simulators over one world. Resolves when they answer and, at the first start, the world is seeded. */
export async function startSimulators(
  options: SimulatorsOptions,
): Promise<RunningSimulators> {
  const { stateDirectory, port = 0, examples, gitops, log } = options;
  mkdirSync(stateDirectory, { recursive: true });
  const world = createWorld({ stateDirectory, log });
  const gate = new Gate(new PortMemory(stateDirectory), port);
  try {
    const controlUrl = await gate.open('control', 0);
    for (const name of SIMULATOR_NAMES) {
      world.addresses.set(name, await gate.open(name, placeOf(name)));
    }
    if (options.pace !== undefined) {
      world.clock.setPace(options.pace);
    }
    await seedWorld({ world, examples, gitops });

    const { forge, simulators } = createSimulators(world, options.only);
    await createReactions({ world, forge });
    const control = createControl({
      world,
      credentials: CREDENTIALS,
      addHook: hook => forge.addHook(hook),
    });
    world.ticker.start();
    for (const simulator of simulators) {
      gate.admit(simulator.name, simulator.app);
    }
    gate.admit('control', control);
    return {
      world,
      addresses: Object.fromEntries(world.addresses),
      controlUrl,
      answer: () => controlAnswer(world, CREDENTIALS),
      async stop() {
        await Promise.all(simulators.map(simulator => simulator.close?.()));
        await gate.close();
        await world.close();
      },
    };
  } catch (error) {
    await gate.close();
    await world.close();
    throw error;
  }
}
