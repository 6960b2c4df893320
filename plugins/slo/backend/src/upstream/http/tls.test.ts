import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import {
  type Certificates,
  makeCertificates,
  readPair,
} from '../../__testUtils__/makeCertificates';
import type { TlsOptions } from '../../config';
import { PrometheusClient } from '../PrometheusClient';

describe('TLS', () => {
  let certificates: Certificates;
  let server: Server;
  let ca: string;
  const names: string[] = [];

  beforeAll(async () => {
    certificates = makeCertificates();
    ca = readFileSync(certificates.caFile, 'utf8');
    const { certificate, key } = readPair(certificates.server);
    server = createServer(
      { cert: certificate, key, ca, requestCert: true },
      (request, response) => {
        request.resume();
        const socket = request.socket as TLSSocket;
        names.push(String(socket.getPeerCertificate().subject.CN));
        response.end(
          '{"status":"success","data":{"resultType":"scalar","result":[1,"2"]}}',
        );
      },
    );
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  beforeEach(() => {
    names.length = 0;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    certificates.remove();
  });

  const ask = async (tls: TlsOptions | undefined) => {
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = new PrometheusClient({
      instance: {
        name: 'main',
        url,
        externalUrl: url,
        authentication: { type: 'none' },
        headers: {},
        tls,
      },
      timeoutMs: 20_000,
      concurrency: 4,
      guard: { backoffMs: 1 },
    });
    try {
      return await client.query('x');
    } finally {
      client.close();
    }
  };

  it('proves who the portal is by a certificate', async () => {
    await expect(
      ask({ ca, ...readPair(certificates.client) }),
    ).resolves.toMatchObject({ result: [{ value: 2 }] });
    expect(names).toEqual(['portal']);
  });

  it('is refused without one, and with that of a stranger', async () => {
    await expect(ask({ ca })).rejects.toMatchObject({
      fault: 'credentials-refused',
      message: "Prometheus refuses the portal's certificate, or wants one",
    });
    // A server of Node ends the connection without a word; what Prometheus does is in the contract test.
    await expect(
      ask({ ca, ...readPair(certificates.stranger) }),
    ).rejects.toMatchObject({ fault: 'unreachable' });
    expect(names).toEqual([]);
  });

  it('does not speak to a server that nobody it trusts has signed', async () => {
    await expect(ask(undefined)).rejects.toMatchObject({
      fault: 'unreachable',
      message: expect.stringContaining('does not trust its certificate'),
    });
    expect(names).toEqual([]);
  });

  it('takes the name that it is told for that of the server', async () => {
    const own = readPair(certificates.client);
    await expect(
      ask({ ca, ...own, serverName: 'metrics.internal' }),
    ).resolves.toMatchObject({ result: [{ value: 2 }] });
    await expect(
      ask({ ca, ...own, serverName: 'other.internal' }),
    ).rejects.toMatchObject({
      fault: 'unreachable',
      message: expect.stringContaining('ALTNAME'),
    });
    expect(names).toEqual(['portal']);
  });
});
