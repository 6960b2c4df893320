import { mergeValue, type MergeContext } from './strategicMerge';

type Element = Record<string, any>;

/**
 * Merges lists whose elements are told apart by keys. Elements of the patch come first, in its order. Where a list has
 * a secondary key (a port and its protocol) and somebody wrote it, kustomize instead puts what is new first and keeps
 * the order of the rest, and an element that differs only in whether the secondary key is written is left as it was.
 */
export function mergeAssociativeList(
  existing: Element[],
  patch: Element[],
  keys: readonly string[],
  context: MergeContext,
): Element[] {
  const [primary, ...secondary] = keys;
  const written = [...existing, ...patch].some(element =>
    secondary.some(key => element[key] !== undefined),
  );
  const used = written ? keys : [primary];
  const identity = (element: Element) =>
    used.map(key => element[key]).join('\u0000');
  const find = (list: Element[], element: Element) =>
    list.find(other => identity(other) === identity(element));

  const fromPatch: Element[] = [];
  for (const element of patch) {
    const old = find(existing, element);
    const shadowed =
      written &&
      !old &&
      existing.some(
        other =>
          other[primary] === element[primary] &&
          secondary.some(
            key => (other[key] === undefined) !== (element[key] === undefined),
          ),
      );
    if (shadowed) {
      continue;
    }
    const merged = mergeElement(old, element, context);
    if (merged && !find(fromPatch, merged)) {
      fromPatch.push(merged);
    }
  }
  const untouched = existing.filter(element => !find(patch, element));
  if (!written) {
    return [...fromPatch, ...untouched];
  }
  const added = fromPatch.filter(element => !find(existing, element));
  const kept = existing.flatMap(element => {
    const change = find(patch, element);
    const merged = change ? find(fromPatch, change) : element;
    return merged ? [merged] : [];
  });
  return [...added, ...kept];
}

/** `$patch: replace` inside of an element has no effect in kustomize but that the element comes first. */
function mergeElement(
  old: Element | undefined,
  element: Element,
  context: MergeContext,
): Element | undefined {
  if (old && element.$patch === 'replace') {
    return old;
  }
  return mergeValue(old, element, context);
}
