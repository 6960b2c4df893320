output "project_arn" {
  description = "ARN of the build project"
  value       = aws_codebuild_project.this.arn
}

output "project_name" {
  description = "Name of the build project"
  value       = aws_codebuild_project.this.name
}
