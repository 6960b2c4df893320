output "role_arn" {
  description = "ARN of the role, for role-to-assume"
  value       = aws_iam_role.this.arn
}
