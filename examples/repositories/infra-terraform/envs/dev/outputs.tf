output "vpc_id" {
  description = "Id of the network."
  value       = module.vpc.vpc_id
}

output "private_subnet_ids" {
  description = "Ids of the private subnets, for the cluster's nodes."
  value       = module.vpc.private_subnet_ids
}

output "github_actions_role_arn" {
  description = "Role that the workflows of apps-sre take."
  value       = module.github_actions_role.role_arn
}

output "codebuild_role_arn" {
  description = "Role that builds run with."
  value       = module.codebuild_role.role_arn
}
