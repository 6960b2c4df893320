import type { EcrImageChild } from '@shopstack/plugin-ecr-common';
import type { ManifestFacts } from '../images/ManifestFacts';
import { parseRows } from './parseRows';
import { gotImageSchema, manifestSchema } from './wire';

const REVISION = 'org.opencontainers.image.revision';

/** What builds put into an index beside its images is for no platform: `unknown/unknown`. */
const NO_PLATFORM = 'unknown';

/**
 * What an answer of `BatchGetImage` tells; it does not throw for an image that it cannot hand out, but names it in
 * `failures`. A manifest that is none is left out as well.
 *
 * @throws UpstreamError `malformed` when it holds neither images nor failures.
 */
export function readManifests(
  upstream: string,
  answer: { images?: unknown; failures?: unknown },
): ManifestFacts[] {
  const { images, failures } = answer;
  if (images === undefined && Array.isArray(failures)) {
    return [];
  }
  return parseRows(upstream, gotImageSchema, images).flatMap(
    ({ imageId, imageManifest }) => {
      const facts = toManifestFacts(imageId.imageDigest, imageManifest);
      return facts ? [facts] : [];
    },
  );
}

/** Reads the text of a manifest; undefined when it is none. */
export function toManifestFacts(
  digest: string,
  text: string,
): ManifestFacts | undefined {
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    return undefined;
  }
  const { annotations, manifests } = parsed.data;
  const revision = annotations?.[REVISION];
  const isCommit =
    typeof revision === 'string' && /^[0-9a-f]{7,64}$/i.test(revision);
  return {
    digest,
    children: (manifests ?? []).flatMap(child =>
      child ? [toChild(child.digest, child.platform)] : [],
    ),
    ...(isCommit && { commit: revision.toLowerCase() }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toChild(
  digest: string,
  platform:
    | { os?: string; architecture?: string; variant?: string }
    | undefined,
): EcrImageChild {
  const { os, architecture, variant } = platform ?? {};
  const known = os && os !== NO_PLATFORM && architecture;
  return known
    ? {
        digest,
        platform: [os, architecture, variant].filter(Boolean).join('/'),
      }
    : { digest };
}
