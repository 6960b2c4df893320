import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findFreePort } from './ports.mjs';
import { Problem } from './say.mjs';

const PATIENCE_MILLISECONDS = 60_000;
const READY = /database system is ready to accept connections/;
/** Where Debian keeps the programs of each version; they are not on the path. */
const DEBIAN = '/usr/lib/postgresql';
/** The user that belongs to nobody, where there is none for PostgreSQL. */
const NOBODY = 65534;

/** Folder with `initdb` and `postgres`, or undefined. */
export function findPostgres() {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    : [];
  return [
    ...versions.map(version => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ].find(
    folder =>
      existsSync(join(folder, 'initdb')) &&
      existsSync(join(folder, 'postgres')),
  );
}

/** PostgreSQL refuses to run as root; answers whom to run it as then. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const id = option => {
    try {
      return Number(
        execFileSync('id', [option, 'postgres'], {
          encoding: 'utf8',
          stdio: 'pipe',
        }),
      );
    } catch {
      return NOBODY;
    }
  };
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Starts a PostgreSQL server of its own on loopback, with an empty cluster in a temporary folder, and answers its
 * address and how to end it.
 */
export async function startPostgres() {
  const programs = findPostgres();
  if (!programs) throw new Problem('PostgreSQL is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'shopstack-postgres-'));
  const user = unprivileged();
  chmodSync(folder, 0o700);
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, stdio: 'pipe' };
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const port = await findFreePort(7900);
  const server = spawn(
    join(programs, 'postgres'),
    [
      ...['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port)],
      ...['-c', 'fsync=off', '-c', 'max_connections=200'],
    ],
    options,
  );
  const stop = async () => {
    if (server.exitCode === null) {
      const ended = new Promise(resolve => server.once('exit', resolve));
      // Fast shutdown: connections that are still open are ended.
      server.kill('SIGINT');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await readiness(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

function readiness(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    const refuse = reason =>
      reject(new Problem(`PostgreSQL ${reason}:\n${output}`));
    const timer = setTimeout(
      () => refuse('did not get ready'),
      PATIENCE_MILLISECONDS,
    );
    server.once('exit', () => refuse('ended'));
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', chunk => {
        output = (output + chunk).slice(-4000);
        if (!READY.test(output)) return;
        clearTimeout(timer);
        resolve();
      });
    }
  });
}
