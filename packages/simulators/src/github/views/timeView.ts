/** A moment as GitHub writes it: whole seconds, UTC. */
export function timeView(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19)}Z`;
}

/** As `timeView`; null for what has not happened. */
export function optionalTimeView(iso: string | undefined) {
  return iso ? timeView(iso) : null;
}
