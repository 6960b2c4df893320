import type { Links } from '../Links';
import { ORGANIZATION } from '../organization';
import { nodeId, numberOf } from './nodeId';

/** The organisation. */
export function organizationView(links: Links) {
  const url = links.root(`orgs/${ORGANIZATION}`);
  return {
    login: ORGANIZATION,
    id: numberOf(`user ${ORGANIZATION}`),
    node_id: nodeId('Organization', ORGANIZATION),
    url,
    html_url: links.owner(ORGANIZATION),
    repos_url: `${url}/repos`,
    avatar_url: `${links.base}/avatars/${ORGANIZATION}.svg`,
    name: 'ShopStack',
    description: 'The shop and the platform it runs on',
    type: 'Organization',
  };
}
