/** Fields of an application that `fields` may name in a list; whatever else it names is left out of the answer. */
const selectable = [
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'metadata.labels',
  'metadata.creationTimestamp',
  'metadata.deletionTimestamp',
  'spec',
  'spec.destination',
  'spec.project',
  'spec.source',
  'spec.sources',
  'spec.sourceHydrator',
  'spec.syncPolicy',
  'status.sourceHydrator',
  'status.sync.status',
  'status.sync.revision',
  'status.health',
  'status.summary',
  'status.resources',
  'status.operationState.phase',
  'status.operationState.startedAt',
  'status.operationState.finishedAt',
  'operation.sync',
];

/** Takes only some fields of an answer. */
type FieldSelection = (whole: object) => object;

/** The fields of each item of a list; after a `-`, those to leave out. */
export function listFields(parameter: string): FieldSelection {
  if (parameter === '') {
    return application => application;
  }
  const exclude = parameter.startsWith('-');
  const named = new Set((exclude ? parameter.slice(1) : parameter).split(','));
  return takeOnly(
    selectable.filter(field => named.has(`items.${field}`) !== exclude),
  );
}

/** The fields of each frame of a stream: its type, and of the application the same as in a list. */
export function streamFields(parameter: string): FieldSelection {
  if (parameter === '') {
    return frame => frame;
  }
  const named = new Set(parameter.split(','));
  return takeOnly(
    [
      'result.type',
      ...selectable.map(field => `result.application.${field}`),
    ].filter(field => named.has(field)),
  );
}

function takeOnly(fields: string[]): FieldSelection {
  return whole => {
    const answer = {};
    for (const field of fields) {
      copy(whole, answer, field.split('.'));
    }
    return answer;
  };
}

function copy(from: any, to: any, [head, ...rest]: string[]): void {
  const value = from?.[head];
  if (value === undefined) {
    return;
  }
  if (rest.length === 0) {
    to[head] = value;
    return;
  }
  // What was taken whole already needs no part of it.
  if (to[head] !== value) {
    to[head] ??= {};
    copy(value, to[head], rest);
  }
}
