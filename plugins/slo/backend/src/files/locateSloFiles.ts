import { type Entity, getEntitySourceLocation } from '@backstage/catalog-model';
import type { ScmIntegration, ScmIntegrations } from '@backstage/integration';
import { SLO_FILES_ANNOTATION } from '@shopstack/plugin-kit-common';
import { annotationList } from '@shopstack/plugin-kit-node';
import { pageOf } from './pageOf';
import type { RefusedLocation, SloFileLocation } from './SloFileLocation';

/** What the files of one entity may be: more would be a way to keep the portal busy. */
export const MOST_FILES = 20;

/**
 * The SLO files that an entity's annotation names: addresses on a configured git host, or paths beside the entity's own
 * file, which cannot lead out of its repository.
 */
export function locateSloFiles(
  entity: Entity,
  integrations: Pick<ScmIntegrations, 'byUrl'>,
): { locations: SloFileLocation[]; refused: RefusedLocation[] } {
  const names = annotationList(entity, SLO_FILES_ANNOTATION);
  const locations = new Map<string, SloFileLocation>();
  const refused: RefusedLocation[] = [];
  for (const name of names.slice(0, MOST_FILES)) {
    const found = locate(name, entity, integrations);
    if (typeof found === 'string') {
      refused.push({ url: name, reason: found });
    } else {
      locations.set(found.url, found);
    }
  }
  for (const name of names.slice(MOST_FILES)) {
    refused.push({
      url: name,
      reason: `An entity may name ${MOST_FILES} SLO files; this one is more`,
    });
  }
  return { locations: [...locations.values()], refused };
}

/** The location, or why there is none. */
function locate(
  name: string,
  entity: Entity,
  integrations: Pick<ScmIntegrations, 'byUrl'>,
): SloFileLocation | string {
  if (hasSteps(name)) {
    return 'The path has steps or characters that do not belong there';
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(name)) {
    return fromAddress(name, integrations);
  }
  // Readers put a path into an address of their own, where these would end it.
  return /[?#]|%3f|%23/i.test(name)
    ? 'The path has steps or characters that do not belong there'
    : fromPath(name, entity, integrations);
}

function fromAddress(
  address: string,
  integrations: Pick<ScmIntegrations, 'byUrl'>,
): SloFileLocation | string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username) {
    return 'It is no address of a file on a git host';
  }
  // A step up is no way out here, and yet nobody who means well writes one.
  if (address.split(/[?#]/)[0].split('/').includes('..')) {
    return 'The path has steps or characters that do not belong there';
  }
  const integration = integrations.byUrl(url);
  url.hash = '';
  return integration
    ? location(url.href, integration)
    : `The portal has no integration for ${url.host}`;
}

function fromPath(
  path: string,
  entity: Entity,
  integrations: Pick<ScmIntegrations, 'byUrl'>,
): SloFileLocation | string {
  const base = baseOf(entity);
  const integration = base && integrations.byUrl(base);
  if (!base || !integration) {
    return 'The entity does not come from a git host that the portal knows, so a path leads nowhere';
  }
  try {
    const url = integration.resolveUrl({ url: path, base });
    const root = integration.resolveUrl({ url: '/', base });
    return url.startsWith(root.endsWith('/') ? root : `${root}/`) &&
      url !== root
      ? location(url, integration)
      : 'The path leads out of the repository';
  } catch {
    return 'The path leads nowhere';
  }
}

/** The entity's folder or file; a folder ends with a slash. */
function baseOf(entity: Entity): string | undefined {
  try {
    const { type, target } = getEntitySourceLocation(entity);
    if (type !== 'url' || !URL.canParse(target)) return undefined;
    const isFolder = !/\/$|\.(ya?ml|json)$/i.test(new URL(target).pathname);
    const [path, ...query] = target.split('?');
    return isFolder ? [`${path}/`, ...query].join('?') : target;
  } catch {
    return undefined;
  }
}

function location(url: string, integration: ScmIntegration): SloFileLocation {
  return { url, page: line => pageOf(url, integration.type, line) };
}

/** Encoded steps, which pass a parser of addresses and not the server behind it, and what no path holds. */
function hasSteps(name: string): boolean {
  let path = name.split(/[?#]/)[0];
  // eslint-disable-next-line no-control-regex
  if (/[\\\u0000-\u001f\u007f]/.test(path)) return true;
  const written = path;
  for (let round = 0; round < 5; round += 1) {
    const decoded = decode(path);
    if (decoded === undefined) return true;
    if (decoded === path) break;
    path = decoded;
  }
  return (
    path !== written &&
    // eslint-disable-next-line no-control-regex
    (/[\\\u0000-\u001f\u007f]/.test(path) ||
      path.split('/').length !== written.split('/').length ||
      path.split('/').some(segment => /^\.{1,2}$/.test(segment)))
  );
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
