import { type Scalar, isScalar } from 'yaml';
import { kindOf } from '../yaml/Mapping';
import type { Mapping } from '../yaml/Mapping';

/** What every Prometheus takes; newer ones take any UTF-8, which older ones and Alertmanagers then refuse. */
const LABEL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** How values that are no text are read: Sloth's own files take numbers as they are written, Kubernetes does not. */
export type ScalarValues = 'as written' | 'refused';

/** Why Prometheus would not take a label of this name; undefined when it would. */
export function labelNameProblem(name: string): string | undefined {
  if (!LABEL_NAME.test(name)) {
    return 'a label name holds only letters, digits and "_", and does not begin with a digit';
  }
  return name.startsWith('__')
    ? 'label names that begin with "__" are reserved by Prometheus'
    : undefined;
}

/** Reads labels or annotations of rules, whose names Prometheus restricts alike. Nothing there is none. */
export function readLabels(
  mapping: Mapping,
  key: string,
  values: ScalarValues,
): Record<string, string> {
  return readTexts(mapping, key, values, labelNameProblem);
}

/** Reads a mapping of texts; `problemOf` says why a name cannot be used. */
export function readTexts(
  mapping: Mapping,
  key: string,
  values: ScalarValues,
  problemOf: (name: string) => string | undefined,
): Record<string, string> {
  const given = mapping.child(key);
  const texts: Record<string, string> = {};
  for (const name of given?.keys ?? []) {
    const problem = problemOf(name);
    if (problem) {
      given!.problems.refuse(given!.keyPlace(name), problem);
    } else {
      const value = textOf(given!, name, values);
      if (value !== undefined) texts[name] = value;
    }
  }
  return texts;
}

function textOf(
  mapping: Mapping,
  name: string,
  values: ScalarValues,
): string | undefined {
  if (!mapping.require(name)) return undefined;
  const node = mapping.node(name)!;
  if (isScalar(node) && typeof node.value !== 'string') {
    if (values === 'as written') return (node as Scalar).source ?? '';
    mapping.problems.refuse(
      mapping.place(name),
      `must be text, this is ${kindOf(node)}: put it in quotes`,
    );
    return undefined;
  }
  return mapping.requiredText(name);
}
