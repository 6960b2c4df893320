import { faultError, UpstreamError } from '@shopstack/plugin-kit-node';
import type { LoadedRule } from '../PrometheusReader';
import { PROMETHEUS } from '../upstreamNames';
import type { PrometheusApi } from './PrometheusApi';
import { toRules } from './rules';
import { rulesDataSchema } from './wire';

/** Groups on one page of rules, where the server has pages: 500 objectives are 1,500 groups. */
const GROUPS_PER_PAGE = 500;

/** Far above every server; beyond it the pages do not end. */
const MOST_PAGES = 200;

/** How often the rules are read from the first page again when they changed between two pages. */
const MOST_RESTARTS = 2;

/** A token names the group that the next page begins with; when that is gone there is no way on. */
class RulesChangedError extends Error {
  constructor(override readonly cause: UpstreamError) {
    super('The rules changed while they were read');
  }
}

/** All rules that are loaded, page by page; a server without pages answers all groups at once and tells of no next page. */
export async function readRules(api: PrometheusApi): Promise<LoadedRule[]> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await readPages(api);
    } catch (error) {
      if (!(error instanceof RulesChangedError)) {
        throw error;
      }
      if (restarts === MOST_RESTARTS) {
        throw error.cause;
      }
    }
  }
}

async function readPages(api: PrometheusApi): Promise<LoadedRule[]> {
  const rules: LoadedRule[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { groups, next } = await readPage(api, token);
    rules.push(...groups.flatMap(toRules));
    if (!next) {
      return rules;
    }
    if (next === token) {
      break;
    }
    token = next;
  }
  throw faultError('malformed', PROMETHEUS, new Error('Pages without end'));
}

async function readPage(api: PrometheusApi, token: string | undefined) {
  const query: [string, string][] = [
    // Their alerts come from Alertmanager; older servers ignore this and the limit.
    ['exclude_alerts', 'true'],
    ['group_limit', String(GROUPS_PER_PAGE)],
  ];
  if (token !== undefined) {
    query.push(['group_next_token', token]);
  }
  const { data } = await api.get('/api/v1/rules', query).catch(error => {
    const isStale =
      token !== undefined &&
      error instanceof UpstreamError &&
      ['rejected', 'not-found'].includes(error.fault);
    throw isStale ? new RulesChangedError(error) : error;
  });
  const parsed = rulesDataSchema.safeParse(data);
  if (!parsed.success) {
    throw faultError('malformed', PROMETHEUS, parsed.error);
  }
  const { groups, groupNextToken, ...older } = parsed.data;
  return {
    groups: groups ?? [],
    next: groupNextToken ?? older['groupNextToken:omitempty'],
  };
}
