output "project_name" {
  description = "Name of the project."
  value       = aws_codebuild_project.this.name
}

output "project_arn" {
  description = "ARN of the project."
  value       = aws_codebuild_project.this.arn
}

output "log_group_name" {
  description = "Log group that builds write to."
  value       = aws_cloudwatch_log_group.this.name
}
