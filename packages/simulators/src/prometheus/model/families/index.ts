export * from './business';
export * from './deployments';
export * from './httpDuration';
export * from './httpRequests';
export * from './PodSubject';
export * from './process';
