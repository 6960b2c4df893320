export * from './awsArn';
