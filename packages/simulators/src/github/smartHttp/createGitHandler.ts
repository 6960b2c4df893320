import type { RequestHandler } from 'express';
import { removeStaleLocks } from '../../git/staleLocks';
import { findCaller } from '../authentication';
import type { GithubContext } from '../context';
import { findRepository } from '../findRepository';
import { protectedBranches } from '../protection';
import { runHttpBackend } from './runHttpBackend';

/** The three paths that the smart protocol uses, with or without `.git`. */
const PATH =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** Git's smart HTTP for ordinary clients. Reading needs a token too, and only an administrator pushes to a protected branch. */
export function createGitHandler(context: GithubContext): RequestHandler {
  const { world } = context;
  return (request, response, next) => {
    const [, owner, name, service] = PATH.exec(request.path) ?? [];
    // The dumb protocol's `info/refs` has no service, and nobody has spoken it for long.
    if (!service || (service === 'info/refs' && !request.query.service)) {
      next();
      return;
    }
    const serve = async () => {
      const caller = findCaller(request.headers.authorization);
      if (!caller) {
        response
          .status(401)
          .set('WWW-Authenticate', 'Basic realm="GitHub"')
          .type('text/plain')
          .send('Authentication failed\n');
        return;
      }
      const repository = await findRepository(
        world,
        decodeURIComponent(owner),
        decodeURIComponent(name),
      );
      if (!repository) {
        response.status(404).type('text/plain').send('Repository not found.\n');
        return;
      }
      const directory = world.repositories.directory(repository);
      if (service === 'git-receive-pack') {
        await removeStaleLocks(directory);
      }
      const moved = await runHttpBackend({
        ...{ request, response, directory, service },
        login: caller.login,
        refused: caller.admin ? [] : protectedBranches(world.store, repository),
      });
      for (const { branch, before, after } of moved) {
        world.events.emit('push', { repository, branch, before, after });
      }
      response.end();
    };
    serve().catch(next);
  };
}
