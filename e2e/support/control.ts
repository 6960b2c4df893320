import { request } from '@playwright/test';

const address = process.env.CONTROL_URL ?? 'http://localhost:7100';

interface Simulators {
  github: { url: string; token: string };
  argocd: { url: string; token: string };
  kubernetes: { url: string; token: string };
}

/** Where the simulated upstreams listen, as the control address says. */
export async function simulators(): Promise<Simulators> {
  const context = await request.newContext();
  const answer = await (await context.get(address)).json();
  await context.dispose();
  return answer.simulators;
}

async function post(path: string, data: object) {
  const context = await request.newContext();
  const response = await context.post(`${address}${path}`, { data });
  if (!response.ok()) {
    throw new Error(`${path} answered ${response.status()}`);
  }
  await context.dispose();
}

/** How many times faster than normal the world runs. */
export const setPace = (pace: number) => post('/pace', { pace });

/** A fault of one simulator, or `clear`. */
export const setWeather = (simulator: string, kind: string) =>
  post('/weather', { simulator, kind });
