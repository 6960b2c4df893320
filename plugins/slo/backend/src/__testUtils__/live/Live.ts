import { Comparison } from './Comparison';
import { LiveWorld } from './LiveWorld';
import type { Portal } from './Portal';

/** A world whose traffic has been driven and frozen, a portal that shows it, and what its numbers are held to. */
export interface Live {
  world: LiveWorld;
  portal: Portal;
  compared: Comparison;
}
