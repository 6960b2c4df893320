output "role_arn" {
  description = "ARN of the role that workflows take."
  value       = aws_iam_role.this.arn
}
