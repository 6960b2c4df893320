'use strict';

// Stands for a package of the peer that npm does not have; see README.

exports.AWS_CODEBUILD_ARN_ANNOTATION =
  'aws.amazon.com/aws-codebuild-project-arn';
exports.AWS_CODEBUILD_TAGS_ANNOTATION =
  'aws.amazon.com/aws-codebuild-project-tags';
exports.AWS_CODEBUILD_ARN_ANNOTATION_LEGACY =
  'aws.amazon.com/aws-codebuild-project';
