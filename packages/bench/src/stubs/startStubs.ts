import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerArgocd, argocdRefusal } from './argocd/answerArgocd';
import { answerAws, awsRefusal } from './aws/answerAws';
import { CallLog } from './CallLog';
import { answerKubernetes } from './kubernetes/answerKubernetes';
import {
  argocdInstances,
  initialSettings,
  type StubSettings,
} from './settings';
import { StubServer } from './StubServer';

/** Where the stubs listen. */
export interface StubAddresses {
  aws: string;
  argocd: string[];
  kubernetes: string;
  /** Counters and settings. */
  control: string;
}

/** Starts every upstream on free ports of loopback. */
export async function startStubs(): Promise<{
  addresses: StubAddresses;
  close(): Promise<void>;
}> {
  const log = new CallLog();
  let current: StubSettings = initialSettings;
  const settings = () => current;
  const servers = await Promise.all([
    StubServer.start({ log, settings, answer: answerAws, refusal: awsRefusal }),
    StubServer.start({
      log,
      settings,
      answer: answerKubernetes(settings),
      refusal: argocdRefusal,
    }),
    ...Array.from({ length: argocdInstances }, (_, instance) =>
      StubServer.start({
        log,
        settings,
        answer: answerArgocd(instance, settings),
        refusal: argocdRefusal,
      }),
    ),
  ]);
  const control = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.method === 'PUT') current = { ...current, ...JSON.parse(body) };
    if (request.method === 'DELETE') log.clear();
    response.end(JSON.stringify(log.summarize()));
  });
  await new Promise<void>(resolve => {
    control.listen(0, '127.0.0.1', resolve);
  });
  const [aws, kubernetes, ...argocd] = servers.map(server => server.url);
  const { port } = control.address() as AddressInfo;
  return {
    addresses: { aws, kubernetes, argocd, control: `http://127.0.0.1:${port}` },
    close: async () => {
      control.closeAllConnections();
      control.close();
      await Promise.all(servers.map(server => server.close()));
    },
  };
}
