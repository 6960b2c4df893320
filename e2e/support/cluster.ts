import { expect, request } from '@playwright/test';
import { simulator } from './control';

interface Pod {
  metadata: { annotations?: Record<string, string> };
  status: { phase: string };
}

/**
 * Waits until a namespace runs so many pods, all of them with this value of an annotation, or without it. Until the
 * last one of an earlier template is gone, it answers requests as well.
 */
export async function waitForPods(
  namespace: string,
  count: number,
  annotation: string,
  value: string | undefined,
) {
  const { url, token } = await simulator('kubernetes');
  const context = await request.newContext({
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  await expect(async () => {
    const response = await context.get(
      `${url}/api/v1/namespaces/${namespace}/pods`,
    );
    const { items } = (await response.json()) as { items: Pod[] };
    expect(
      items.map(({ metadata, status }) => [
        status.phase,
        metadata.annotations?.[annotation],
      ]),
    ).toEqual(Array.from({ length: count }, () => ['Running', value]));
  }).toPass({ timeout: 180_000 });
  await context.dispose();
}
