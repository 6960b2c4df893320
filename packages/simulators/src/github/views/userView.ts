import type { Links } from '../Links';
import { nodeId, numberOf } from './nodeId';

/** A user as every answer names one. */
export function userView(
  links: Links,
  login: string,
  type: 'User' | 'Organization' = 'User',
) {
  return {
    login,
    id: numberOf(`user ${login}`),
    node_id: nodeId(type, login),
    avatar_url: `${links.base}/avatars/${encodeURIComponent(login)}.svg`,
    url: links.root(`users/${login}`),
    html_url: links.owner(login),
    repos_url: links.root(`users/${login}/repos`),
    type,
    site_admin: false,
  };
}
