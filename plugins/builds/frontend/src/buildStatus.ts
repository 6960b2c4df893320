import type { BuildStatus } from '@shopstack/plugin-builds-common';
import type { StatusTone } from '@shopstack/plugin-kit-react';

/** The tone of a status, and its key in the translations. */
export const BUILD_STATUSES = {
  succeeded: { tone: 'ok', key: 'status.succeeded' },
  failed: { tone: 'danger', key: 'status.failed' },
  fault: { tone: 'danger', key: 'status.fault' },
  'timed-out': { tone: 'danger', key: 'status.timedOut' },
  'in-progress': { tone: 'progress', key: 'status.inProgress' },
  queued: { tone: 'progress', key: 'status.queued' },
  stopped: { tone: 'none', key: 'status.stopped' },
} as const satisfies Record<BuildStatus, { tone: StatusTone; key: string }>;
