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

/** Where the simulated AWS listens, and who may ask it, as an AWS client takes them. */
export async function awsConnection() {
  const context = await request.newContext();
  const response = await context.get(address);
  const { url, accessKeyId, secretAccessKey } = (await response.json())
    .simulators.aws;
  await context.dispose();
  return {
    endpoint: url as string,
    region: 'us-east-1',
    credentials: {
      accessKeyId: accessKeyId as string,
      secretAccessKey: secretAccessKey as string,
    },
  };
}
