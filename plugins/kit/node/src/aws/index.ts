export * from './annotationArns';
export * from './awsArn';
export * from './AwsConnections';
export * from './awsErrors';
export * from './awsLocator';
export * from './consoleLink';
export * from './tagsAnnotation';
export * from './upstream/TaggedResources';
