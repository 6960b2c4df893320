import { HttpStub, type StubReply } from '@shopstack/plugin-kit-node/testUtils';

/** Fields of builds and phases that moto writes as text where AWS writes seconds; the SDK refuses the text. */
const DATES = ['startTime', 'endTime'];

/** Stands in front of moto and writes its dates as AWS does; everything else passes unchanged. */
export async function startReadableMoto(motoUrl: string): Promise<HttpStub> {
  const stub = await HttpStub.start();
  stub.reply = async ({ method, path, headers, body }): Promise<StubReply> => {
    const passed = Object.entries(headers).filter(
      ([name]) => !['host', 'connection', 'content-length'].includes(name),
    );
    const response = await fetch(`${motoUrl}${path}`, {
      method,
      headers: Object.fromEntries(passed) as Record<string, string>,
      body,
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: {
        'content-type': response.headers.get('content-type') ?? '',
        'x-amzn-errortype': response.headers.get('x-amzn-errortype') ?? '',
      },
      body: text ? JSON.parse(text, inSeconds) : undefined,
    };
  };
  return stub;
}

function inSeconds(key: string, value: unknown): unknown {
  return DATES.includes(key) && typeof value === 'string'
    ? Date.parse(value) / 1000
    : value;
}
