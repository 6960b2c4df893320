output "repository_arn" {
  description = "ARN of the image repository"
  value       = aws_ecr_repository.this.arn
}

output "repository_url" {
  description = "Address to push to and to pull from"
  value       = aws_ecr_repository.this.repository_url
}
