import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { RepositoryTree } from '@shopstack/plugin-golden-path-common';
import { UpstreamError } from '@shopstack/plugin-kit-node';
import { extract } from 'tar-stream';
import { TEXT_FILE_MAXIMUM, toText } from '../../folder/toText';

interface TarballLimits {
  /** Bytes of all files together, unpacked. */
  bytes: number;
  files: number;
}

/** Many times what a repository of manifests or of a dozen services has. */
const TARBALL_LIMITS: TarballLimits = {
  bytes: 256 * 1024 * 1024,
  files: 50_000,
};

/**
 * Unpacks the archive of a commit in memory: a gzipped tar with one folder at its top.
 *
 * @throws UpstreamError `rejected` when it is larger than the limits, `malformed` when it is no archive.
 */
export async function readTarball(
  archive: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  limits: TarballLimits = TARBALL_LIMITS,
): Promise<RepositoryTree> {
  const files = new Map<string, string>();
  const opaque = new Set<string>();
  const executable = new Set<string>();
  let count = 0;

  const unpack = extract();
  const entries = (async () => {
    for await (const entry of unpack) {
      const { name, type, mode = 0, size = 0 } = entry.header;
      const path = name.slice(name.indexOf('/') + 1);
      if (type === 'directory' || path === '') {
        entry.resume();
        continue;
      }
      count += 1;
      if (count > limits.files) {
        throw tooLarge(`more than ${limits.files} files`);
      }
      const readable = type === 'file' && size <= TEXT_FILE_MAXIMUM;
      const text = readable
        ? toText(await contentOf(entry as AsyncIterable<Uint8Array>))
        : undefined;
      entry.resume();
      if (text === undefined) {
        opaque.add(path);
      } else {
        files.set(path, text);
      }
      if (Math.floor(mode / 0o100) % 2 === 1) {
        executable.add(path);
      }
    }
  })();

  const transfer = pipeline(
    Readable.from(archive),
    createGunzip(),
    limit(limits),
    unpack,
    { signal },
  );
  const [moved, taken] = await Promise.allSettled([transfer, entries]);
  const failures = [moved, taken].filter(isFailure);
  // Our own limits end the transfer, which then says no more than that it was ended.
  const failure =
    failures.find(({ reason }) => reason instanceof UpstreamError) ??
    failures[0];
  if (failure) {
    throw isNoArchive(failure.reason)
      ? new UpstreamError(
          'malformed',
          'GitHub answers something that is no archive',
          { cause: failure.reason },
        )
      : failure.reason;
  }
  return { files, opaque, executable };
}

function isFailure(
  result: PromiseSettledResult<void>,
): result is PromiseRejectedResult {
  return result.status === 'rejected';
}

/** What zlib and tar-stream say of bytes that are not theirs, or that end too early. */
function isNoArchive(error: NodeJS.ErrnoException): boolean {
  return (
    /^Z_/.test(error.code ?? '') ||
    /tar header|unexpected end of data/i.test(error.message)
  );
}

async function contentOf(entry: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Stops an archive that unpacks to more than anybody would have: a small one may hold gigabytes of zeros. */
function limit({ bytes }: TarballLimits): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk, _encoding, done) {
      seen += chunk.length;
      done(
        seen > bytes ? tooLarge(`more than ${bytes} bytes`) : undefined,
        chunk,
      );
    },
  });
}

function tooLarge(what: string): UpstreamError {
  return new UpstreamError(
    'rejected',
    `The repository is too large to be read: ${what}`,
  );
}
