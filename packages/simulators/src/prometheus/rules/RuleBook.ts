import { parseAllDocuments } from 'yaml';
import { KubernetesObject, World } from '../../world/types';
import { parseRuleGroups } from './parseRuleGroups';
import { RuleGroup } from './Rule';

const OBJECT_PREFIX = 'monitoring.coreos.com/v1/PrometheusRule/';
const REPOSITORY = 'cluster-gitops';
const BRANCH = 'main';
/** Where rule files may lie in the repository. */
const RULE_FILE = /(^apps\/monitoring\/.*|rules?[^/]*)\.ya?ml$/i;
/** Since when each rule of a file counts; documents of this kind, id the name of the file. */
const SINCE_KIND = 'rule-since';

interface RuleSince {
  rules: Record<string, number>;
}

interface RuleFile {
  readonly file: string;
  readonly groups: unknown;
  readonly createdAt: number;
}

/** All rule groups there are: of PrometheusRule objects in the cluster, and of plain rule files in the GitOps repository. */
export class RuleBook {
  readonly #world: World;
  readonly #defaultInterval: number;
  readonly #earliest: () => number;
  #objectsChanged = true;
  #repositoryChanged = true;
  #filesOfRepository: RuleFile[] = [];
  #groups: RuleGroup[] = [];
  #version = 0;

  /** @param earliest - the first moment that has any data, for the rules that are there when the world begins */
  constructor(world: World, defaultInterval: number, earliest: () => number) {
    this.#world = world;
    this.#defaultInterval = defaultInterval;
    this.#earliest = earliest;
    world.events.on('object', ({ key }) => {
      if (key.startsWith(OBJECT_PREFIX)) this.#objectsChanged = true;
    });
    world.events.on('push', ({ repository, branch }) => {
      if (repository === REPOSITORY && branch === BRANCH) {
        this.#repositoryChanged = true;
      }
    });
  }

  /** Grows with every change of the groups. */
  get version(): number {
    this.#rebuild();
    return this.#version;
  }

  groups(): readonly RuleGroup[] {
    this.#rebuild();
    return this.#groups;
  }

  /** Reads the rule files of the repository when it moved. Call it now and then: git is not read while a query runs. */
  async followRepository(): Promise<void> {
    if (!this.#repositoryChanged) return;
    this.#repositoryChanged = false;
    const { repositories } = this.#world;
    try {
      const names = await repositories.names();
      const head = names.includes(REPOSITORY)
        ? await repositories.resolve(REPOSITORY, BRANCH)
        : undefined;
      this.#filesOfRepository = head ? await this.#readRuleFiles(head) : [];
    } catch (error) {
      this.#world.log(`rule files could not be read: ${error}`);
    }
    this.#objectsChanged = true;
  }

  async #readRuleFiles(head: string): Promise<RuleFile[]> {
    const { repositories } = this.#world;
    const found: RuleFile[] = [];
    for (const path of await repositories.listFiles(REPOSITORY, head)) {
      if (!RULE_FILE.test(path)) continue;
      const text = await repositories.readFile(REPOSITORY, head, path);
      if (!text || !/^groups:/m.test(text)) continue;
      const log = await repositories.log(REPOSITORY, { ref: head, path });
      const createdAt = Date.parse(log[log.length - 1]?.committer.date ?? '');
      for (const document of parseAllDocuments(text)) {
        const content = document.toJS() as { kind?: string; groups?: unknown };
        if (document.errors.length > 0 || content?.kind) continue;
        found.push({ file: path, groups: content?.groups, createdAt });
      }
    }
    return found;
  }

  #rebuild(): void {
    if (!this.#objectsChanged) return;
    this.#objectsChanged = false;
    const objects = this.#world.store
      .listByPrefix<KubernetesObject>('object', OBJECT_PREFIX)
      .map(
        ({ metadata, spec }): RuleFile => ({
          file: `/etc/prometheus/rules/${metadata.namespace}-${metadata.name}.yaml`,
          groups: spec?.groups,
          createdAt: Date.parse(metadata.creationTimestamp ?? ''),
        }),
      );
    const isBeginning =
      this.#world.store.list<RuleSince>(SINCE_KIND).length === 0;
    this.#groups = this.#world.store.transaction(() =>
      [...objects, ...this.#filesOfRepository].flatMap(file =>
        this.#groupsOf(file, isBeginning),
      ),
    );
    this.#version++;
  }

  /** A rule counts from the creation of its file, one that is added later from then on. */
  #groupsOf(file: RuleFile, isBeginning: boolean): RuleGroup[] {
    const now = this.#world.clock.now().getTime();
    const known = this.#world.store.get<RuleSince>(SINCE_KIND, file.file);
    const created = Number.isNaN(file.createdAt) ? now : file.createdAt;
    const first = isBeginning ? Math.min(created, this.#earliest()) : created;
    const rules: Record<string, number> = {};
    const groups = parseRuleGroups(file.groups, {
      file: file.file,
      defaultInterval: this.#defaultInterval,
      since: key => {
        rules[key] = known?.rules[key] ?? (known ? now : first);
        return rules[key];
      },
    });
    if (JSON.stringify(rules) !== JSON.stringify(known?.rules)) {
      this.#world.store.put<RuleSince>(SINCE_KIND, file.file, { rules });
    }
    return groups;
  }
}
