export * from './annotationArns';
export * from './awsArn';
export * from './AwsConnections';
export * from './awsErrors';
