import { request } from '@playwright/test';

const address = process.env.CONTROL_URL ?? 'http://localhost:7100';

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

/** Addresses and credentials of the simulators, and the time of their world. */
async function world() {
  const context = await request.newContext();
  const response = await context.get(address);
  const answer = await response.json();
  await context.dispose();
  return answer as {
    simulators: Record<string, Record<string, string>>;
    clock: { now: string };
  };
}

/** Where a simulator listens, and the token that it takes. */
export async function simulator(
  name: string,
): Promise<{ url: string; token: string }> {
  const { url, token } = (await world()).simulators[name];
  return { url, token };
}

/** Lets time pass in the world. */
export async function passMinutes(minutes: number) {
  const { clock } = await world();
  const now = Date.parse(clock.now) + minutes * 60_000;
  await post('/clock', { now: new Date(now).toISOString() });
}

/** Where the simulated AWS listens, and who may ask it, as an AWS client takes them. */
export async function awsConnection() {
  const { url, accessKeyId, secretAccessKey } = (await world()).simulators.aws;
  return {
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey },
  };
}
