import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const portsSchema = z.record(z.string(), z.number().int().min(1).max(65_535));

/** Remembers in the state directory which port each simulator had, so that addresses survive a restart. */
export class PortMemory {
  readonly #file: string;
  #ports: Record<string, number>;

  constructor(stateDirectory: string) {
    this.#file = join(stateDirectory, 'ports.json');
    this.#ports = read(this.#file);
  }

  get(name: string): number | undefined {
    return this.#ports[name];
  }

  set(name: string, port: number): void {
    if (this.#ports[name] === port) {
      return;
    }
    this.#ports = { ...this.#ports, [name]: port };
    const temporary = `${this.#file}.new`;
    writeFileSync(temporary, `${JSON.stringify(this.#ports, undefined, 2)}\n`);
    renameSync(temporary, this.#file);
  }
}

/** A file that is missing or damaged means only that ports are chosen anew. */
function read(file: string): Record<string, number> {
  try {
    return portsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
