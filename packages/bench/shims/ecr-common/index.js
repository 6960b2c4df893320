'use strict';

// Stands for a package of the peer that npm does not have; see README.

exports.AMAZON_ECR_ARN_ANNOTATION = 'aws.amazon.com/amazon-ecr-arn';
exports.AMAZON_ECR_TAGS_ANNOTATION = 'aws.amazon.com/amazon-ecr-tags';
