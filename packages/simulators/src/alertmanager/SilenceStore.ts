import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { World } from '../world/types';
import { SilenceProblem, SilenceRequest } from './readSilence';
import { Silence, silenceState } from './Silence';

const KIND = 'silence';
/** How long silences are remembered after their end, Alertmanager's default: 120 hours. */
const RETENTION = 120 * 3_600_000;

/** The silences of the world. */
export class SilenceStore {
  readonly #world: Pick<World, 'store' | 'clock'>;

  constructor(world: Pick<World, 'store' | 'clock'>) {
    this.#world = world;
  }

  get now(): number {
    return this.#world.clock.now().getTime();
  }

  get(id: string): Silence | undefined {
    return this.#world.store.get<Silence>(KIND, id);
  }

  /** All that are not long over; forgets the others. */
  list(): Silence[] {
    return this.#world.store.list<Silence>(KIND).filter(silence => {
      const isOver = Date.parse(silence.endsAt) + RETENTION < this.now;
      if (isOver) this.#world.store.delete(KIND, silence.id);
      return !isOver;
    });
  }

  /**
   * Makes a silence, or changes one: in place where that does not change what it has silenced so far, otherwise the
   * old one ends and a new one begins. Answers the id. Throws SilenceProblem when there is none to change.
   */
  set(request: SilenceRequest): string {
    const { id, ...wanted } = request;
    const previous = id ? this.get(id) : undefined;
    if (id && !previous) throw new SilenceProblem(404, 'silence not found');
    if (previous && this.#canChange(previous, request)) {
      return this.#put({ ...wanted, id: previous.id });
    }
    if (previous) this.expire(previous.id);
    const startsAt = Math.max(Date.parse(wanted.startsAt), this.now);
    return this.#put({
      ...wanted,
      id: randomUUID(),
      startsAt: new Date(startsAt).toISOString(),
    });
  }

  /** Ends a silence now, if it is not over. Throws SilenceProblem when there is none. */
  expire(id: string): void {
    const silence = this.get(id);
    if (!silence) throw new SilenceProblem(404, 'silence not found');
    const state = silenceState(silence, this.now);
    if (state === 'expired') return;
    const endsAt = new Date(this.now).toISOString();
    const startsAt = state === 'pending' ? endsAt : silence.startsAt;
    this.#put({ ...silence, startsAt, endsAt });
  }

  #canChange(previous: Silence, wanted: SilenceRequest): boolean {
    if (!isDeepStrictEqual(previous.matchers, wanted.matchers)) return false;
    switch (silenceState(previous, this.now)) {
      case 'active':
        return (
          Date.parse(previous.startsAt) === Date.parse(wanted.startsAt) &&
          Date.parse(wanted.endsAt) >= this.now
        );
      case 'pending':
        return Date.parse(wanted.startsAt) >= this.now;
      default:
        return false;
    }
  }

  #put(silence: Omit<Silence, 'updatedAt'>): string {
    const updatedAt = new Date(this.now).toISOString();
    this.#world.store.put<Silence>(KIND, silence.id, { ...silence, updatedAt });
    return silence.id;
  }
}
