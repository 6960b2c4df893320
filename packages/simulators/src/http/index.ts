export { listen, type Listener } from './listen';
export { PortMemory } from './PortMemory';
export { pageSize, weatherMiddleware, type FaultWriter } from './weather';
