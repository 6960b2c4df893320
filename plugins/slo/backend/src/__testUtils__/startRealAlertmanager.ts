import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isInstalled, RealProcess, sayMissing } from './RealProcess';

export interface StartedAlertmanager {
  /** Without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

/** Debian's name first, then that of the project's own releases. */
const COMMANDS = ['prometheus-alertmanager', 'alertmanager'];

/** True when one is installed; says loudly what is skipped where none is. */
export function hasRealAlertmanager(skipped: string): boolean {
  if (COMMANDS.some(isInstalled)) {
    return true;
  }
  sayMissing('alertmanager (Debian package prometheus-alertmanager)', skipped);
  return false;
}

/** Starts a real Alertmanager that tells nobody, on a free port of loopback, below a path. */
export async function startRealAlertmanager({
  path = '',
}: { path?: string } = {}): Promise<StartedAlertmanager> {
  const directory = mkdtempSync(join(tmpdir(), 'slo-alertmanager-'));
  const config = join(directory, 'alertmanager.yml');
  // JSON is YAML.
  writeFileSync(
    config,
    JSON.stringify({
      route: { receiver: 'nobody', group_wait: '1s', group_interval: '1s' },
      receivers: [{ name: 'nobody' }],
    }),
  );
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}${path}`;
  const remove = () => rmSync(directory, { recursive: true, force: true });
  try {
    const started = await RealProcess.start(
      COMMANDS.find(isInstalled)!,
      [
        `--config.file=${config}`,
        `--storage.path=${join(directory, 'data')}`,
        `--web.listen-address=${address}`,
        `--web.external-url=${url}`,
        '--cluster.listen-address=',
      ],
      () =>
        fetch(`${url}/-/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
    );
    return {
      url,
      async stop() {
        await started.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
