output "github_actions_role_arn" {
  description = "Role that workflows assume by OIDC"
  value       = module.github_actions_role.role_arn
}

output "vpc_id" {
  description = "Id of the network"
  value       = module.vpc.vpc_id
}
