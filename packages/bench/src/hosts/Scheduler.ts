import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from './startHost';

interface Task {
  taskId: string;
  taskState: { status: string; lastRunEndedAt?: string } | null;
}

const longestRun = 300_000;

/** The scheduled tasks of one plugin, through the address that every plugin of Backstage has for them. */
export class Scheduler {
  readonly #host: Host;
  readonly #plugin: string;

  constructor(host: Host, plugin: string) {
    this.#host = host;
    this.#plugin = plugin;
  }

  async tasks(): Promise<string[]> {
    return (await this.#read()).map(({ taskId }) => taskId);
  }

  /**
   * Runs a task now and waits for its end.
   *
   * @throws Error when it does not end within five minutes.
   */
  async run(taskId: string): Promise<void> {
    const before = await this.#lastEnd(taskId);
    await this.#ask(`/${encodeURIComponent(taskId)}/trigger`, 'POST');
    const end = Date.now() + longestRun;
    while (Date.now() < end) {
      await sleep(50);
      if ((await this.#lastEnd(taskId)) !== before) return;
    }
    throw new Error(`${this.#plugin} ${taskId} did not end`);
  }

  async #lastEnd(taskId: string): Promise<string | undefined> {
    const task = (await this.#read()).find(each => each.taskId === taskId);
    return task?.taskState?.lastRunEndedAt;
  }

  async #read(): Promise<Task[]> {
    const response = await this.#ask('', 'GET');
    const { tasks } = (await response.json()) as { tasks: Task[] };
    return tasks;
  }

  async #ask(path: string, method: string): Promise<Response> {
    const { address, token } = this.#host;
    const url = `${address}/api/${this.#plugin}/.backstage/scheduler/v1/tasks${path}`;
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return response;
  }
}
