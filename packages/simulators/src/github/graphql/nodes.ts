import { pageSize } from '../../http/weather';
import type { GithubContext } from '../context';
import { findRepository } from '../findRepository';
import type { Links } from '../Links';
import { ORGANIZATION } from '../organization';
import { organizationView } from '../views/organizationView';
import { userView } from '../views/userView';
import { connection, type ConnectionArguments } from './connection';
import { repositoryNode } from './repositoryNode';

/** What the resolvers share: the forge, and its addresses for this request. */
export interface NodeContext {
  forge: GithubContext;
  links: Links;
}

/** A user in GraphQL's form. */
export function userNode({ links }: NodeContext, login: string) {
  const view = userView(links, login);
  return {
    __typename: 'User',
    id: view.node_id,
    login,
    name: login,
    url: view.html_url,
    avatarUrl: view.avatar_url,
  };
}

/** The organisation in GraphQL's form, or null for any other login. */
export function organizationNode(
  context: NodeContext,
  login: string,
): object | null {
  if (login.toLowerCase() !== ORGANIZATION) {
    return null;
  }
  const { world } = context.forge;
  const view = organizationView(context.links);
  return {
    __typename: 'Organization',
    id: view.node_id,
    login: view.login,
    name: view.name,
    description: view.description,
    url: view.html_url,
    avatarUrl: view.avatar_url,
    async repositories(page: ConnectionArguments) {
      const names = await world.repositories.names();
      const limit = (asked: number) => pageSize(world, 'github', asked);
      return connection(
        names.map(name => repositoryNode(context, name)),
        page,
        limit,
      );
    },
    repository: ({ name }: { name: string }) =>
      findRepositoryNode(context, ORGANIZATION, name),
  };
}

/** A repository in GraphQL's form, or null when there is none. */
export async function findRepositoryNode(
  context: NodeContext,
  owner: string,
  name: string,
): Promise<object | null> {
  const found = await findRepository(context.forge.world, owner, name);
  return found ? repositoryNode(context, found) : null;
}
