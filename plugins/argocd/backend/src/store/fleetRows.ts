import { createHash } from 'node:crypto';
import type { FleetApplication, InstanceState } from './FleetApplication';

export interface ApplicationRow {
  instance: string;
  namespace: string;
  name: string;
  project: string;
  labels: string;
  service: string | null;
  environment: string | null;
  sync: string;
  revision: string | null;
  health: string;
  operation: string | null;
  finished_at: string | null;
  destination: string | null;
  fingerprint: string;
}

export interface InstanceRow {
  instance: string;
  listed_at: string | null;
  alive_at: string | null;
  failing_since: string | null;
  reason: string | null;
}

export function toRow(application: FleetApplication): ApplicationRow {
  const row = {
    instance: application.instance,
    namespace: application.namespace,
    name: application.name,
    project: application.project,
    labels: JSON.stringify(application.labels),
    service: application.service ?? null,
    environment: application.environment ?? null,
    sync: application.sync,
    revision: application.revision ?? null,
    health: application.health,
    operation: application.operation ?? null,
    finished_at: application.finishedAt ?? null,
    destination: application.destination ?? null,
  };
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(row))
    .digest('hex');
  return { ...row, fingerprint };
}

export function fromRow(row: ApplicationRow): FleetApplication {
  return {
    instance: row.instance,
    namespace: row.namespace,
    name: row.name,
    project: row.project,
    labels: JSON.parse(row.labels),
    service: row.service ?? undefined,
    environment: row.environment ?? undefined,
    sync: row.sync as FleetApplication['sync'],
    revision: row.revision ?? undefined,
    health: row.health as FleetApplication['health'],
    operation: (row.operation ?? undefined) as FleetApplication['operation'],
    finishedAt: row.finished_at ?? undefined,
    destination: row.destination ?? undefined,
  };
}

export function fromInstanceRow(row: InstanceRow): InstanceState {
  const toDate = (moment: string | null) =>
    moment === null ? undefined : new Date(moment);
  return {
    instance: row.instance,
    listedAt: toDate(row.listed_at),
    aliveAt: toDate(row.alive_at),
    failingSince: toDate(row.failing_since),
    reason: row.reason ?? undefined,
  };
}

/** Names an application among those of its instance. */
export function keyOf({
  namespace,
  name,
}: {
  namespace: string;
  name: string;
}): string {
  return `${namespace}/${name}`;
}
