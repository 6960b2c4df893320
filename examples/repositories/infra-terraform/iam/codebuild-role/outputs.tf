output "role_arn" {
  description = "ARN of the role that builds run with."
  value       = aws_iam_role.this.arn
}
