import type { Caller } from '../testing/people';
import type { Access } from './routeTable';

/** What a caller gets before anything else is looked at; `served` is every answer that is neither 401 nor 403. */
export type Verdict = 401 | 403 | 'served';

const EVERYBODY: Caller[] = [
  'guest',
  'viewer',
  'owner',
  'stranger',
  'platform',
  'service',
];

const SERVED: Record<Access, Caller[]> = {
  everybody: EVERYBODY,
  owner: ['owner', 'platform'],
  backends: ['service'],
};

/** The declared cell of the matrix. */
export function expectedVerdict(access: Access, caller: Caller): Verdict {
  if (caller === 'anonymous') {
    return 401;
  }
  return SERVED[access].includes(caller) ? 'served' : 403;
}
