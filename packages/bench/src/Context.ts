import { join } from 'node:path';
import type { Tools } from './tools';

/** What every benchmark is given. */
export interface Context {
  tools: Tools;
  /** Everything that is made lies below this folder, which git ignores. */
  directory: string;
  /** Ours listens here, and up to 99 above it; stock 50 above it. */
  port: number;
  /** Progress, for a person. */
  say(message: string): void;
}

export const logFile = ({ directory }: Context, name: string) =>
  join(directory, 'logs', `${name}.log`);
