import { visitField } from './fieldSpec';
import { nameReferences, type NameReference } from './nameReferences';
import { sameNamespace, type Resource } from './Resource';

/** Rewrites names that objects use for others, where those were renamed during the build. */
export function fixReferences(resources: Resource[]): void {
  const renamed = resources.filter(resource =>
    resource.previous.some(
      ({ name, namespace }) =>
        name !== resource.current.name ||
        namespace !== resource.current.namespace,
    ),
  );
  if (renamed.length === 0) {
    return;
  }
  for (const referrer of resources) {
    for (const reference of nameReferences) {
      visitField(referrer.object, reference.spec, (parent, field) => {
        if (reference.namespaced) {
          for (const subject of [parent[field]].flat()) {
            fixSubject(subject, referrer, reference, renamed);
          }
        } else if (typeof parent[field] === 'string') {
          parent[field] =
            target(parent[field], parent.kind, referrer, reference, renamed) ??
            parent[field];
        }
      });
    }
  }
}

/** The new name, of the first kind that has exactly one object this can mean. */
function target(
  name: string,
  kindBeside: string | undefined,
  referrer: Resource,
  { targets, kindBeside: checksKind }: NameReference,
  renamed: Resource[],
): string | undefined {
  for (const { kind } of targets) {
    const found = renamed.filter(
      candidate =>
        candidate.object.kind === kind &&
        (!checksKind || !kindBeside || kindBeside === kind) &&
        candidate.names.some(known => known.name === name) &&
        shareNamespace(candidate, referrer),
    );
    const closest =
      found.length > 1
        ? found.filter(
            candidate => candidate.affixes.join() === referrer.affixes.join(),
          )
        : found;
    if (closest.length === 1) {
      return closest[0].current.name;
    }
  }
  return undefined;
}

function shareNamespace(candidate: Resource, referrer: Resource): boolean {
  return (
    candidate.clusterScoped ||
    referrer.clusterScoped ||
    sameNamespace(candidate.current.namespace, referrer.current.namespace)
  );
}

/** A subject of a role binding says the namespace of what it names too; both follow. Kustomize does not ask the subject's kind. */
function fixSubject(
  subject: any,
  referrer: Resource,
  { targets }: NameReference,
  renamed: Resource[],
): void {
  const found = renamed.filter(
    candidate =>
      targets.some(({ kind }) => kind === candidate.object.kind) &&
      candidate.names.some(
        ({ name, namespace }) =>
          name === subject?.name &&
          (subject.namespace === undefined
            ? shareNamespace(candidate, referrer)
            : sameNamespace(namespace, subject.namespace)),
      ),
  );
  if (found.length !== 1) {
    return;
  }
  const { name, namespace } = found[0].current;
  subject.name = name;
  if (namespace) {
    subject.namespace = namespace;
  }
}
