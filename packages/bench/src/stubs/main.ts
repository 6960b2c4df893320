import { startStubs } from './startStubs';

// A process of its own: a busy portal must not make its upstreams slow.
startStubs().then(({ addresses }) => {
  process.stdout.write(`ready ${JSON.stringify(addresses)}\n`);
});
