import { posix } from 'node:path';
import { buildKustomization } from '../../kustomize';
import { findKustomization } from '../../kustomize/kustomization';
import type { Manifest } from '../../kustomize/manifest';
import { SourceTree } from '../../kustomize/SourceTree';
import type { World } from '../../world/types';
import { sourcesOf } from '../applications';
import type { Application, ApplicationSource } from '../types';
import { ComparisonError } from './ComparisonError';
import { withKustomizeOptions } from './kustomizeOptions';
import { readDirectory } from './readDirectory';

/** What Git says about an application. */
interface DesiredState {
  /** One for each source. */
  revisions: string[];
  sourceTypes: string[];
  objects: Manifest[];
}

/** Trees and rendered manifests kept in memory; a commit never changes. */
const MOST_TREES = 8;
const MOST_RENDERED = 400;

/** Reads what applications should be from the repositories. */
export class Sources {
  readonly #world: World;
  readonly #trees = new Map<string, Promise<Map<string, string>>>();
  readonly #rendered = new Map<string, { type: string; objects: Manifest[] }>();

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * The desired state of an application.
   * @param revisions - commits to use instead of the target revisions, one for each source
   * @throws ComparisonError when a source cannot be read or rendered.
   */
  async load(
    application: Application,
    revisions?: string[],
  ): Promise<DesiredState> {
    const sources = sourcesOf(application);
    const state: DesiredState = { revisions: [], sourceTypes: [], objects: [] };
    for (const [index, source] of sources.entries()) {
      try {
        const revision = revisions?.[index] ?? (await this.resolve(source));
        const { type, objects } = await this.#render(source, revision);
        state.revisions.push(revision);
        state.sourceTypes.push(type);
        state.objects.push(...objects);
      } catch (error) {
        throw ComparisonError.ofSource(
          index,
          sources.length,
          (error as Error).message,
        );
      }
    }
    return state;
  }

  /** The local repository that a URL means: by its last segment, without `.git`. */
  async repository(repoURL: string): Promise<string> {
    const name = posix.basename(repoURL.trim().replace(/\/+$/, ''), '.git');
    const known = await this.#world.repositories.names();
    if (!known.includes(name)) {
      throw new Error(
        `failed to list refs: repository not found: ${repoURL.trim()}`,
      );
    }
    return name;
  }

  /** The commit that a source's target revision is now. */
  async resolve(source: ApplicationSource): Promise<string> {
    if (source.chart) {
      throw new Error(
        `Helm chart ${source.chart} of ${source.repoURL}: Helm sources are not supported here`,
      );
    }
    const repository = await this.repository(source.repoURL);
    const wanted = source.targetRevision?.trim() || 'HEAD';
    const names = wanted === 'HEAD' ? ['HEAD', 'main'] : [wanted];
    for (const name of names) {
      const sha = await this.#world.repositories.resolve(repository, name);
      if (sha) {
        return sha;
      }
    }
    throw new Error(`unable to resolve '${wanted}' to a commit SHA`);
  }

  /** Every file of a commit. */
  tree(repository: string, revision: string): Promise<Map<string, string>> {
    const key = `${repository}@${revision}`;
    let tree = this.#trees.get(key);
    if (!tree) {
      tree = this.#world.repositories.readTree(repository, revision);
      tree.catch(() => this.#trees.delete(key));
      remember(this.#trees, key, tree, MOST_TREES);
    }
    return tree;
  }

  async #render(source: ApplicationSource, revision: string) {
    for (const field of ['chart', 'helm', 'plugin'] as const) {
      if (source[field]) {
        throw new Error(`the source option "${field}" is not supported here`);
      }
    }
    if (source.directory?.jsonnet) {
      throw new Error('Jsonnet is not supported here');
    }
    const repository = await this.repository(source.repoURL);
    const path = posix.normalize(source.path?.trim() || '.').replace(/\/$/, '');
    const key = JSON.stringify([
      repository,
      revision,
      path,
      source.directory,
      source.kustomize,
    ]);
    const known = this.#rendered.get(key);
    if (known) {
      return known;
    }
    const files = await this.tree(repository, revision);
    const rendered = render(files, path, source);
    remember(this.#rendered, key, rendered, MOST_RENDERED);
    return rendered;
  }
}

function render(
  files: Map<string, string>,
  path: string,
  source: ApplicationSource,
): { type: string; objects: Manifest[] } {
  const tree = new SourceTree(files);
  if (!tree.isDirectory(path)) {
    throw new Error(`${path}: app path does not exist`);
  }
  if (tree.isFile(posix.join(path, 'Chart.yaml'))) {
    throw new Error(`${path}: Helm charts are not supported here`);
  }
  if (!findKustomization(tree, path)) {
    return {
      type: 'Directory',
      objects: readDirectory(files, path, source.directory),
    };
  }
  try {
    const edited = source.kustomize
      ? withKustomizeOptions(files, path, source.kustomize)
      : files;
    return {
      type: 'Kustomize',
      objects: buildKustomization(edited, path) as Manifest[],
    };
  } catch (error) {
    throw new Error(
      `\`kustomize build <path to cached source>/${path}\` failed exit status 1: Error: ${(error as Error).message}`,
    );
  }
}

function remember<V>(map: Map<string, V>, key: string, value: V, most: number) {
  map.set(key, value);
  if (map.size > most) {
    map.delete(map.keys().next().value!);
  }
}
