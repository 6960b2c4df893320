import { type Node, type Scalar, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Place, Problems } from './Problems';
import { startOf, textOfKey } from './checkStructure';
import { suggestName } from './nearestName';

/** A value where a field has none, `name:`, counts as absent. */
function isNothing(node: Node): boolean {
  return isScalar(node) && (node.value === null || node.value === undefined);
}

/**
 * A mapping of a file, read field by field. What is missing or of the wrong kind goes into the problems of the file, with
 * its place, and is answered as undefined.
 */
export class Mapping {
  readonly path: string;
  readonly offset: number;
  readonly #problems: Problems;
  readonly #fields = new Map<string, { key: Node; value?: Node }>();

  private constructor(node: Node, path: string, problems: Problems) {
    this.path = path;
    this.offset = startOf(node);
    this.#problems = problems;
    for (const { key, value } of isMap(node) ? node.items : []) {
      const name = textOfKey(key);
      if (name === undefined || !isNode(key)) continue;
      const isGiven = isNode(value) && !isNothing(value);
      this.#fields.set(name, { key, ...(isGiven ? { value } : {}) });
    }
  }

  /** Reads a node as a mapping. */
  static of(node: Node, path: string, problems: Problems): Mapping | undefined {
    if (isMap(node)) return new Mapping(node, path, problems);
    const what = path ? '' : 'a document ';
    problems.refuse(
      { offset: startOf(node), path },
      `${what}must be a mapping, this is ${kindOf(node)}`,
    );
    return undefined;
  }

  get problems(): Problems {
    return this.#problems;
  }

  get keys(): string[] {
    return [...this.#fields.keys()];
  }

  /** True when the field is there and has a value. */
  has(key: string): boolean {
    return this.#fields.get(key)?.value !== undefined;
  }

  /** The value as it was parsed. */
  node(key: string): Node | undefined {
    return this.#fields.get(key)?.value;
  }

  /** Place of a field, or of the mapping where the field is not there. */
  place(key: string): Place {
    const field = this.#fields.get(key);
    return {
      offset: field ? startOf(field.value ?? field.key) : this.offset,
      path: this.pathOf(key),
    };
  }

  /** Place of a field's name. */
  keyPlace(key: string): Place {
    const field = this.#fields.get(key);
    return {
      offset: field ? startOf(field.key) : this.offset,
      path: this.pathOf(key),
    };
  }

  pathOf(key: string): string {
    return this.path ? `${this.path}.${key}` : key;
  }

  /** Refuses every field but these. */
  only(known: readonly string[]): void {
    for (const key of this.keys) {
      if (!known.includes(key)) {
        this.#problems.refuse(
          this.keyPlace(key),
          `unknown field "${key}"; ${suggestName(key, known)}`,
        );
      }
    }
  }

  /** Refuses the whole where a field is missing; true where it is there. */
  require(key: string): boolean {
    if (this.has(key)) return true;
    this.#problems.refuse(
      this.#fields.has(key) ? this.keyPlace(key) : this.place(key),
      this.#fields.has(key) ? 'needs a value' : `"${key}" is missing`,
    );
    return false;
  }

  text(key: string): string | undefined {
    return this.#scalar(key, 'string', 'text')?.value as string | undefined;
  }

  /** A text that must be there and must not be empty. */
  requiredText(key: string): string | undefined {
    if (!this.require(key)) return undefined;
    const text = this.text(key);
    if (text !== undefined && text.trim() === '') {
      this.#problems.refuse(this.place(key), 'must not be empty');
      return undefined;
    }
    return text;
  }

  /** A plain value as the file writes it, whatever its type. */
  source(key: string): string | undefined {
    const node = this.node(key);
    return isScalar(node) ? (node.source ?? String(node.value)) : undefined;
  }

  number(key: string): number | undefined {
    return this.#scalar(key, 'number', 'a number')?.value as number | undefined;
  }

  requiredNumber(key: string): number | undefined {
    return this.require(key) ? this.number(key) : undefined;
  }

  flag(key: string): boolean | undefined {
    return this.#scalar(key, 'boolean', 'true or false')?.value as
      | boolean
      | undefined;
  }

  /** A mapping inside this one. */
  child(key: string): Mapping | undefined {
    const node = this.node(key);
    return node && Mapping.of(node, this.pathOf(key), this.#problems);
  }

  requiredChild(key: string): Mapping | undefined {
    return this.require(key) ? this.child(key) : undefined;
  }

  /** The mappings of a list; those that are none are refused. Undefined where there is no list. */
  children(key: string): Mapping[] | undefined {
    return this.items(key)
      ?.map((node, index) =>
        Mapping.of(node, `${this.pathOf(key)}[${index}]`, this.#problems),
      )
      .filter(each => each !== undefined);
  }

  /** The mappings of a list that must have some. */
  requiredChildren(key: string): Mapping[] | undefined {
    if (!this.require(key)) return undefined;
    if (this.items(key)?.length === 0) {
      this.#problems.refuse(this.place(key), 'must not be empty');
    }
    return this.children(key);
  }

  /** The items of a list. */
  items(key: string): Node[] | undefined {
    const node = this.node(key);
    if (!node) return undefined;
    if (isSeq(node)) return node.items.filter(isNode);
    this.#problems.refuse(
      this.place(key),
      `must be a list, this is ${kindOf(node)}`,
    );
    return undefined;
  }

  #scalar(key: string, type: string, words: string): Scalar | undefined {
    const node = this.node(key);
    if (!node) return undefined;
    if (isScalar(node) && typeof node.value === type) return node;
    this.#problems.refuse(
      this.place(key),
      `must be ${words}, this is ${kindOf(node)}`,
    );
    return undefined;
  }
}

/** What a node is, in words. */
export function kindOf(node: Node): string {
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  const value = isScalar(node) ? node.value : undefined;
  if (value === null || value === undefined) return 'nothing';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'boolean':
      return 'true or false';
    default:
      return 'a number';
  }
}
