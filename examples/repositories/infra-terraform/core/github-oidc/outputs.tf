output "provider_arn" {
  description = "ARN of the identity provider, for the trust policies of roles."
  value       = aws_iam_openid_connect_provider.github.arn
}
